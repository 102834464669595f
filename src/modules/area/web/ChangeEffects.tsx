import type { ReplyOf } from '#web/ui/contracts.ts';
import { useText } from '#web/ui/language.tsx';
import { Section } from '#web/ui/Section.tsx';
import { type ChangeKind, texts } from './words.ts';

/** In sentences: what a change does to places, people, proposals, quotas and officers. */
export const ChangeEffects = ({
  effects,
  kind,
}: {
  effects: ReplyOf<'POST /api/area-event/preview'>;
  kind: ChangeKind;
}) => {
  const t = useText(texts);
  const short = (label: string) => label.split(',')[0] ?? label;
  const names = effects.places.map((place) => short(place.label)).join(', ');
  const { counts, below } = effects;
  const lines = [
    `${t.kinds[kind]}${names ? `: ${names}` : ''}${effects.parent ? ` (${short(effects.parent)})` : ''}.`,
    ...(effects.ends ? [t.ends(names)] : []),
    ...(effects.begins.length > 0 ? [t.begins(effects.begins.join(', '))] : []),
    ...(kind === 'baru' ? [] : [t.people(counts.people, counts.families)]),
    ...(below.count > 0 && kind !== 'ganti_nama'
      ? [kind === 'mekar' || kind === 'bubar' ? t.toPlace(below.count) : t.follow(below.count)]
      : []),
    ...(counts.proposals > 0 ? [t.proposals(counts.proposals)] : []),
    ...(counts.quotas > 0 ? [t.quotas(counts.quotas)] : []),
  ];
  return (
    <Section title={t.effects}>
      <ul>
        {lines.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      {effects.officers.length > 0 && (
        <>
          <p>{t.officers}</p>
          <ul>
            {effects.officers.map((officer) => (
              <li key={`${officer.name}${officer.areaName}${officer.role}`}>
                {officer.name} · {officer.areaName}
              </li>
            ))}
          </ul>
        </>
      )}
    </Section>
  );
};
