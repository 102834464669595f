import { Button } from '@mantine/core';
import { KeyHint } from '#web/ui/KeyHint.tsx';
import { useKeys } from '#web/ui/keys.tsx';
import { useText } from '#web/ui/language.tsx';
import type { Pair } from './PairDetail.tsx';
import type { Decision } from './use-decisions.ts';

const texts = {
  id: {
    same: 'Orang yang sama',
    agree: 'Setuju, gabungkan',
    different: 'Bukan orang yang sama',
    ask: 'Tanyakan ke desa',
    own: 'Anda yang mengusulkan; orang kedua yang menyetujui.',
    barred: 'Belum bisa digabung; sebabnya tertulis di atas.',
    did: {
      merge: 'orang yang sama',
      propose: 'diusulkan sama, menunggu orang kedua',
      difference: 'bukan orang yang sama',
      question: 'ditanyakan ke desa',
    },
    and: (a: string, b: string) => `${a} dan ${b}`,
  },
  en: {
    same: 'Same person',
    agree: 'Agree and merge',
    different: 'Not the same person',
    ask: 'Ask the desa',
    own: 'You proposed it; a second person agrees.',
    barred: 'Cannot be merged yet; the reason stands above.',
    did: {
      merge: 'same person',
      propose: 'proposed as the same, waits for a second person',
      difference: 'not the same person',
      question: 'the desa is asked',
    },
    and: (a: string, b: string) => `${a} and ${b}`,
  },
};

type Props = { pair: Pair; keep: string; isBarred: boolean; decide: (decision: Decision) => void };

/** The foot of the desk: same, different, ask; S, B and T are their keys. */
export const DeskActs = ({ pair, keep, isBarred, decide }: Props) => {
  const t = useText(texts);
  const names = t.and(pair.a.name ?? '', pair.b.name ?? '');
  const isWaiting = pair.state === 'menunggu';
  const maySame = !isBarred && !pair.isOwnProposal;
  const say = (act: Decision['act'], body: Record<string, unknown>, did: string) =>
    decide({ id: pair.id, act, body, text: `${names}: ${did}.` });
  const same = () => {
    const versions = Object.fromEntries(pair.sides.map((side) => [side.id, side.version]));
    say('merge', { keep, versions }, pair.needsSecond && !isWaiting ? t.did.propose : t.did.merge);
  };
  const different = () => say('difference', {}, t.did.difference);
  const ask = () => say('question', {}, t.did.question);
  const sameLabel = isWaiting ? t.agree : t.same;
  useKeys([
    { key: 's', label: sameLabel, run: same, isOff: !maySame },
    { key: 'b', label: t.different, run: different },
    { key: 't', label: t.ask, run: ask, isOff: isWaiting },
  ]);
  return (
    <>
      {!isWaiting && (
        <Button onClick={ask} rightSection={<KeyHint>t</KeyHint>}>
          {t.ask}
        </Button>
      )}
      <Button onClick={different} rightSection={<KeyHint>b</KeyHint>}>
        {t.different}
      </Button>
      {!maySame && <span className="muted">{pair.isOwnProposal ? t.own : t.barred}</span>}
      {maySame && (
        <Button variant="filled" onClick={same} rightSection={<KeyHint>s</KeyHint>} style={{ marginLeft: 'auto' }}>
          {sameLabel}
        </Button>
      )}
    </>
  );
};
