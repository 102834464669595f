import { Button, Checkbox, NativeSelect, TextInput } from '@mantine/core';
import { useState } from 'react';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct, useGet } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { texts } from './words.ts';

type Chosen = { places: number[]; families: string[] };
const NONE: Chosen = { places: [], families: [] };
const toggle = <T,>(list: T[], item: T): T[] =>
  list.includes(item) ? list.filter((one) => one !== item) : [...list, item];

/** Puts what an ended area left behind under its successors, a batch at a time. */
export const PlacementDialog = ({ eventId, onClose }: { eventId: string; onClose: () => void }) => {
  const t = useText(texts);
  const [chosen, setChosen] = useState(NONE);
  const [target, setTarget] = useState('');
  const [number, setNumber] = useState('');
  const waiting = useGet('/api/area-event/:id/placement', { params: { id: eventId } });
  const place = useAct('POST /api/area-event/:id/placement', {
    stale: ['/api/area-event', '/api/area'],
    onDone: () => {
      setChosen(NONE);
      setNumber('');
    },
  });
  const shown = waiting.data;
  const toAreaId = Number(target || shown?.targets[0]?.id || 0);
  const isDone = shown && shown.places.length + shown.families.length === 0;
  const allFamilies = shown?.families.map((family) => family.id) ?? [];
  const count = chosen.places.length + chosen.families.length;
  return (
    <Dialog title={t.placeTitle} onClose={onClose}>
      <form
        className="stack"
        noValidate
        onSubmit={(event) => {
          event.preventDefault();
          const [only] = chosen.places;
          const named = chosen.places.length === 1 && only !== undefined && number.trim() !== '';
          place.act({
            params: { id: eventId },
            body: {
              toAreaId,
              places: chosen.places.map((areaId) => (named ? { areaId, name: number } : { areaId })),
              families:
                chosen.families.length === allFamilies.length && count > chosen.places.length
                  ? 'semua'
                  : chosen.families,
            },
          });
        }}
      >
        <ErrorNotice error={waiting.error ?? place.error} />
        <p>{isDone ? t.done : t.placeNote}</p>
        {shown && shown.places.length > 0 && (
          <Section title={shown.ended.map((area) => area.label.split(',')[0]).join(', ')}>
            {shown.places.map((area) => (
              <Checkbox
                key={area.id}
                label={`${area.label.split(',')[0]} · ${area.families} ${t.families.toLowerCase()}, ${t.members(area.people)}`}
                checked={chosen.places.includes(area.id)}
                onChange={() => setChosen({ ...chosen, places: toggle(chosen.places, area.id) })}
              />
            ))}
          </Section>
        )}
        {shown && shown.families.length > 0 && (
          <Section title={t.familiesWithout}>
            <Checkbox
              label={t.allFamilies}
              checked={chosen.families.length === allFamilies.length}
              onChange={(event) => setChosen({ ...chosen, families: event.currentTarget.checked ? allFamilies : [] })}
            />
            {shown.families.map((family) => (
              <Checkbox
                key={family.id}
                label={`${family.address ?? t.noAddress} · ${t.members(family.members)}`}
                checked={chosen.families.includes(family.id)}
                onChange={() => setChosen({ ...chosen, families: toggle(chosen.families, family.id) })}
              />
            ))}
          </Section>
        )}
        {shown && !isDone && (
          <>
            <NativeSelect
              label={t.target}
              value={String(toAreaId)}
              data={shown.targets.map((area) => ({ value: String(area.id), label: area.label }))}
              onChange={(event) => setTarget(event.currentTarget.value)}
            />
            {chosen.places.length === 1 && (
              <TextInput label={t.number} value={number} onChange={(event) => setNumber(event.currentTarget.value)} />
            )}
            <div className="row" style={{ justifyContent: 'flex-end' }}>
              <span>{t.chosen(count)}</span>
              <Button type="submit" variant="filled" disabled={place.isPending || count === 0}>
                {place.isPending ? t.wait : t.doPlace}
              </Button>
            </div>
          </>
        )}
      </form>
    </Dialog>
  );
};
