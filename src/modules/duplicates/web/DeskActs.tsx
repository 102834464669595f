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
    book: 'Sama, gabungkan sesudah penghalangnya berakhir',
    agreeBook: 'Setuju, pesan penggabungan',
    booked: 'Sudah dipesan.',
    did: {
      merge: 'orang yang sama',
      propose: 'diusulkan sama, menunggu orang kedua',
      booking: 'digabung sehari sesudah penghalangnya berakhir',
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
    book: 'Same; merge once the bar has ended',
    agreeBook: 'Agree and book the merge',
    booked: 'Already booked.',
    did: {
      merge: 'same person',
      propose: 'proposed as the same, waits for a second person',
      booking: 'merged the day after what bars it ends',
      difference: 'not the same person',
      question: 'the desa is asked',
    },
    and: (a: string, b: string) => `${a} and ${b}`,
  },
};

type Props = { pair: Pair; keep: string; isBarred: boolean; isBookable: boolean; decide: (decision: Decision) => void };

/** The foot of the desk: same, different, ask; S, B and T are their keys. */
export const DeskActs = ({ pair, keep, isBarred, isBookable, decide }: Props) => {
  const t = useText(texts);
  const names = t.and(pair.a.name ?? '', pair.b.name ?? '');
  const isWaiting = pair.state === 'menunggu';
  const isBooked = pair.state === 'dipesan';
  const maySame = (!isBarred || isBookable) && !pair.isOwnProposal && !isBooked;
  const say = (act: Decision['act'], body: Record<string, unknown>, did: string) =>
    decide({ id: pair.id, act, body, text: `${names}: ${did}.` });
  const same = () => {
    const versions = Object.fromEntries(pair.sides.map((side) => [side.id, side.version]));
    const isProposal = pair.needsSecond && !isWaiting;
    const did = isProposal ? t.did.propose : isBarred ? t.did.booking : t.did.merge;
    say(isBarred ? 'booking' : 'merge', { keep, versions }, did);
  };
  const different = () => say('difference', {}, t.did.difference);
  const ask = () => say('question', {}, t.did.question);
  const sameLabel = isBarred ? (isWaiting ? t.agreeBook : t.book) : isWaiting ? t.agree : t.same;
  useKeys([
    { key: 's', label: sameLabel, run: same, isOff: !maySame },
    { key: 'b', label: t.different, run: different },
    { key: 't', label: t.ask, run: ask, isOff: isWaiting || isBooked },
  ]);
  return (
    <>
      {!isWaiting && !isBooked && (
        <Button onClick={ask} rightSection={<KeyHint>t</KeyHint>}>
          {t.ask}
        </Button>
      )}
      <Button onClick={different} rightSection={<KeyHint>b</KeyHint>}>
        {t.different}
      </Button>
      {!maySame && <span className="muted">{pair.isOwnProposal ? t.own : isBooked ? t.booked : t.barred}</span>}
      {maySame && (
        <Button variant="filled" onClick={same} rightSection={<KeyHint>s</KeyHint>} style={{ marginLeft: 'auto' }}>
          {sameLabel}
        </Button>
      )}
    </>
  );
};
