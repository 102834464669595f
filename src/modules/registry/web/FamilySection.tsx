import { AppLink } from '#web/ui/AppLink.tsx';
import { DataTable } from '#web/ui/DataTable.tsx';
import { DateText } from '#web/ui/DateText.tsx';
import { useLanguage, useText } from '#web/ui/language.tsx';
import { RevealableNumber } from '#web/ui/RevealableNumber.tsx';
import { Section } from '#web/ui/Section.tsx';
import { StatusBadge } from '#web/ui/StatusBadge.tsx';
import styles from './sheet.module.css';
import { type FamilySheet, NUMBER_STATES, SHDK, type Sheet, wordOf } from './words.ts';

const texts = {
  id: {
    title: 'Keluarga',
    none: 'Belum tercatat di keluarga mana pun.',
    open: 'Buka lembar keluarga',
    members: 'Anggota keluarga',
    name: 'Nama',
    relation: 'Hubungan',
    age: 'Umur',
    years: 'tahun',
    state: 'Keanggotaan',
    sah: 'sah',
    klaim: 'klaim',
    dilaporkan_meninggal: 'dilaporkan meninggal',
    terbukti: 'meninggal',
    address: 'Alamat',
    cards: 'Kartu keluarga',
    since: 'sejak',
    until: 'sampai',
    noAddress: 'alamat belum diketahui',
    noCard: 'belum ada nomor KK',
  },
  en: {
    title: 'Family',
    none: 'In no family yet.',
    open: 'Open the family’s sheet',
    members: 'Members of the family',
    name: 'Name',
    relation: 'Relation',
    age: 'Age',
    years: 'years',
    state: 'Membership',
    sah: 'accepted',
    klaim: 'claim',
    dilaporkan_meninggal: 'reported dead',
    terbukti: 'dead',
    address: 'Address',
    cards: 'Family cards',
    since: 'since',
    until: 'until',
    noAddress: 'address not known yet',
    noCard: 'no KK number yet',
  },
};

/** The KK cards of a family, the old ones too. */
export const Cards = ({ cards }: { cards: FamilySheet['cards'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  if (cards.length === 0) return <p className="muted">{t.noCard}</p>;
  return (
    <ul className={styles.numbers} aria-label={t.cards}>
      {cards.map((card) => {
        const state = NUMBER_STATES[card.state];
        return (
          <li key={card.id}>
            <div className="row">
              <strong>KK</strong>
              <RevealableNumber numberId={card.id} masked={card.masked} label={`${t.cards} ${card.masked.slice(-4)}`} />
              <StatusBadge kind={state?.kind ?? 'netral'}>{state?.[language] ?? card.state}</StatusBadge>
              <span className="muted">
                {card.from !== null && (
                  <>
                    {t.since} <DateText date={card.from} />
                  </>
                )}
                {card.until !== null && (
                  <>
                    {' '}
                    {t.until} <DateText date={card.until} />
                  </>
                )}
              </span>
            </div>
            {card.problems.map((problem) => (
              <div key={problem} className="muted">
                {problem}
              </div>
            ))}
          </li>
        );
      })}
    </ul>
  );
};

/** The members of a family; each leads to its sheet. */
export const Members = ({ members }: { members: FamilySheet['members'] }) => {
  const t = useText(texts);
  const { language } = useLanguage();
  return (
    <DataTable
      caption={t.members}
      isCompact
      rows={members}
      rowKey={(row) => row.memberId}
      href={(row) => `/orang/${row.personId}`}
      columns={[
        {
          key: 'name',
          header: t.name,
          cell: (row) => (row.life === 'hidup' ? row.name : `${row.name} (${t[row.life]})`),
        },
        {
          key: 'relation',
          header: t.relation,
          cell: (row) => (row.shdk === null ? null : wordOf(SHDK, row.shdk, language)),
        },
        { key: 'age', header: t.age, unit: t.years, isNumber: true, cell: (row) => row.age },
        { key: 'state', header: t.state, cell: (row) => t[row.state] },
      ]}
    />
  );
};

/** Her family: members, address, the KK cards of every family she was in. */
export const FamilySection = ({ sheet }: { sheet: Sheet }) => {
  const t = useText(texts);
  if (!sheet.family)
    return (
      <Section title={t.title}>
        <p className="muted">{t.none}</p>
        {sheet.cards.length > 0 && <Cards cards={sheet.cards} />}
      </Section>
    );
  return (
    <Section
      title={t.title}
      note={sheet.family.address ?? t.noAddress}
      actions={<AppLink href={`/keluarga/${sheet.family.id}`}>{t.open}</AppLink>}
    >
      <Cards cards={sheet.cards} />
      <Members members={sheet.family.members} />
    </Section>
  );
};
