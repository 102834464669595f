import { Button } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { DateText } from '#web/ui/DateText.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { FactList } from '#web/ui/FactList.tsx';
import { Icon } from '#web/ui/icons.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import { Section } from '#web/ui/Section.tsx';
import { KIND_FACTS } from '../domain/kind-facts.ts';
import { FactFields } from './FactFields.tsx';
import type { Usulan } from './UsulanDetail.tsx';
import { STALE } from './use-desk-acts.ts';
import { useWords } from './use-words.ts';

const texts = {
  id: {
    title: 'Yang diusulkan',
    change: 'Lengkapi atau perbaiki…',
    save: 'Simpan',
    missing: (what: string) => `Perlu sebelum disetujui: ${what}.`,
    hidden: 'Nomor yang tersimpan tidak ditampilkan; ketik lagi hanya bila berubah.',
    effect: 'Yang terjadi di register',
    did: {
      tidak_ada: 'Tidak ada yang berubah di register.',
      data_diperbarui: 'Data diperbarui.',
      masuk_keluarga: 'Masuk ke keluarga pada KK itu.',
      keluar_keluarga: 'Keluar dari keluarganya.',
      pindah_masuk: 'Keluarga tercatat di alamat baru.',
      pindah_keluar: 'Tidak lagi tercatat di keluarga di sini.',
      pecah_kk: 'Keluarga baru dengan KK baru.',
      meninggal_terbukti: 'Tercatat meninggal dengan bukti.',
      dilaporkan_meninggal: 'Dilaporkan meninggal; bukti ditunggu.',
    },
    since: 'berlaku',
  },
  en: {
    title: 'What is proposed',
    change: 'Complete or mend…',
    save: 'Save',
    missing: (what: string) => `Needed before approval: ${what}.`,
    hidden: 'A stored number is not shown; type it again only when it changed.',
    effect: 'What happened in the register',
    did: {
      tidak_ada: 'Nothing changed in the register.',
      data_diperbarui: 'Facts were renewed.',
      masuk_keluarga: 'Entered the family of that card.',
      keluar_keluarga: 'Left the family.',
      pindah_masuk: 'The family stands at the new address.',
      pindah_keluar: 'No longer in a family here.',
      pecah_kk: 'A new family with a new card.',
      meninggal_terbukti: 'Recorded dead with proof.',
      dilaporkan_meninggal: 'Reported dead; proof awaited.',
    },
    since: 'as of',
  },
};

const FactsDialog = ({ usulan, onClose }: { usulan: Usulan; onClose: () => void }) => {
  const t = useText(texts);
  const isNumber = (key: string) =>
    KIND_FACTS[usulan.kind].some((fact) => fact.key === key && fact.type === 'nomor_kk');
  const [values, setValues] = useState<Record<string, string>>(
    Object.fromEntries(usulan.facts.filter(({ key }) => !isNumber(key)).map(({ key, value }) => [key, value])),
  );
  const change = useAct('PUT /api/usulan/:id/facts', { stale: STALE, onDone: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // A number left empty stays as it is.
    const facts = Object.fromEntries(Object.entries(values).filter(([key, value]) => !isNumber(key) || value !== ''));
    change.act({ params: { id: usulan.id }, body: { version: usulan.version, facts } });
  };
  return (
    <Dialog title={t.title} onClose={onClose}>
      <form className="stack" onSubmit={submit} noValidate>
        <ErrorNotice error={change.error} />
        {usulan.facts.some(({ key }) => isNumber(key)) && <p className="muted">{t.hidden}</p>}
        <FactFields
          kind={usulan.kind}
          values={values}
          onChange={(key, value) => setValues((before) => ({ ...before, [key]: value }))}
          errorOf={() => undefined}
        />
        <Button type="submit" variant="filled" disabled={change.isPending}>
          {t.save}
        </Button>
      </form>
    </Dialog>
  );
};

/** What a kind asks for beside the person, what is still missing, and after the approval what it did in the register. */
export const FactsPanel = ({ usulan }: { usulan: Usulan }) => {
  const t = useText(texts);
  const say = useWords();
  const [isOpen, setOpen] = useState(false);
  if (KIND_FACTS[usulan.kind].length === 0) return null;
  return (
    <Section title={t.title}>
      <FactList
        facts={usulan.facts.map((fact) => ({
          label: say(fact.label),
          value: fact.words ? (
            say(fact.words)
          ) : fact.type === 'tanggal' ? (
            <DateText date={fact.value} />
          ) : (
            <span className={fact.type === 'nomor_kk' ? 'number' : undefined}>{fact.value}</span>
          ),
        }))}
      />
      {usulan.missingFacts.length > 0 && (
        <p>
          <Icon name="alert" size={14} /> {t.missing(usulan.missingFacts.join(', ').toLowerCase())}
        </p>
      )}
      {usulan.effect && (
        <p>
          <strong>{t.effect}:</strong> {t.did[usulan.effect.did as keyof typeof t.did]} ({t.since}{' '}
          <DateText date={usulan.effect.on} />) {usulan.effect.doubts.join(' ')}
        </p>
      )}
      {usulan.mayChangeFacts && (
        <button type="button" className="link-button" onClick={() => setOpen(true)}>
          {t.change}
        </button>
      )}
      {isOpen && <FactsDialog usulan={usulan} onClose={() => setOpen(false)} />}
    </Section>
  );
};
