import { Button, NativeSelect, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import type { LocalDate } from '#kernel/local-date.ts';
import { DateField } from '#web/ui/DateField.tsx';
import { Dialog } from '#web/ui/Dialog.tsx';
import { ErrorNotice } from '#web/ui/ErrorNotice.tsx';
import { type FieldFault, FormErrors } from '#web/ui/FormErrors.tsx';
import { useText } from '#web/ui/language.tsx';
import { useAct } from '#web/ui/queries.ts';
import type { Sheet } from './words.ts';

const texts = {
  id: {
    death: 'Laporkan meninggal',
    proof: 'Catat bukti kematian',
    alive: 'Cabut laporan kematian',
    deathNote:
      'Laporan belum bukti. Bantuan perorangan ditahan dulu, bantuan keluarga tidak berubah, dan buktinya dicari dalam lima hari kerja.',
    proofNote: 'Setelah bukti dicatat, orang ini tercatat meninggal.',
    aliveNote: 'Orang ini kembali tercatat hidup, dan yang ditahan dibuka lagi.',
    on: 'Tanggal meninggal',
    onMaybe: 'Tanggal meninggal (boleh kosong bila belum pasti)',
    reporter: 'Nama pelapor',
    relation: 'Hubungan pelapor dengan almarhum/almarhumah',
    kind: 'Jenis bukti',
    kinds: {
      akta_kematian: 'Akta kematian',
      surat_keterangan: 'Surat keterangan kematian',
      dukcapil: 'Catatan Dukcapil',
    },
    number: 'Nomor bukti',
    reason: 'Alasan mencabut',
    saveDeath: 'Simpan laporan',
    saveProof: 'Simpan bukti',
    saveAlive: 'Cabut laporan',
    cancel: 'Jangan dulu',
    fill: 'Isi bagian ini.',
  },
  en: {
    death: 'Report a death',
    proof: 'Record the proof of death',
    alive: 'Take back the report of death',
    deathNote:
      'A report is no proof. Individual aid is held for now, the family’s aid does not change, and the proof is sought within five office days.',
    proofNote: 'Once the proof is recorded, this person counts as dead.',
    aliveNote: 'This person counts as living again, and what was held is free.',
    on: 'Date of death',
    onMaybe: 'Date of death (may be empty while uncertain)',
    reporter: 'Who reports it',
    relation: 'Relation to the dead person',
    kind: 'Kind of proof',
    kinds: { akta_kematian: 'Death certificate', surat_keterangan: 'Statement of death', dukcapil: 'Civil registry' },
    number: 'Number of the proof',
    reason: 'Reason for taking it back',
    saveDeath: 'Save the report',
    saveProof: 'Save the proof',
    saveAlive: 'Take it back',
    cancel: 'Not now',
    fill: 'Fill this in.',
  },
};
const PROOFS = ['akta_kematian', 'surat_keterangan', 'dukcapil'] as const;
type Act = 'death' | 'proof' | 'alive';
const STALE = ['/api/person', '/api/family', '/api/home'];

/** A report of death, its proof, or the report taken back. */
export const DeathDialog = ({ act, sheet, onClose }: { act: Act; sheet: Sheet; onClose: () => void }) => {
  const t = useText(texts);
  const [on, setOn] = useState<LocalDate | ''>(sheet.diedOn ?? '');
  const [first, setFirst] = useState('');
  const [second, setSecond] = useState('');
  const [proof, setProof] = useState<(typeof PROOFS)[number]>('akta_kematian');
  const [faults, setFaults] = useState<FieldFault[]>([]);
  const report = useAct('POST /api/person/:id/death-report', { stale: STALE, onDone: onClose });
  const confirm = useAct('POST /api/person/:id/death-proof', { stale: STALE, onDone: onClose });
  const withdraw = useAct('POST /api/person/:id/death-withdrawal', { stale: STALE, onDone: onClose });
  const used = { death: report, proof: confirm, alive: withdraw }[act];
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const missing = [
      ...(act === 'proof' && on === '' ? ['diedOn'] : []),
      ...(first.trim().length < (act === 'alive' ? 3 : 1) ? ['first'] : []),
      ...(act === 'death' && second.trim() === '' ? ['second'] : []),
    ];
    setFaults(missing.map((field) => ({ field, sentence: t.fill })));
    if (missing.length > 0) return;
    const [params, version] = [{ id: sheet.id }, sheet.version];
    if (act === 'death')
      report.act({ params, body: { version, diedOn: on || null, reporter: first, relation: second } });
    else if (act === 'proof')
      confirm.act({ params, body: { version, diedOn: on || sheet.observedOn, proof, number: first } });
    else withdraw.act({ params, body: { version, reason: first } });
  };
  const label = { death: t.reporter, proof: t.number, alive: t.reason }[act];
  return (
    <Dialog title={t[act]} onClose={onClose} width={560}>
      <form className="stack" onSubmit={submit} noValidate>
        <p>{t[`${act}Note`]}</p>
        <FormErrors faults={faults} />
        <ErrorNotice error={used.error} />
        {act !== 'alive' && (
          <DateField label={act === 'proof' ? t.on : t.onMaybe} name="diedOn" value={on} onChange={setOn} />
        )}
        {act === 'proof' && (
          <NativeSelect
            label={t.kind}
            value={proof}
            onChange={(event) => setProof(event.currentTarget.value as typeof proof)}
            data={PROOFS.map((value) => ({ value, label: t.kinds[value] }))}
          />
        )}
        <TextInput
          label={label}
          id="first"
          maxLength={120}
          value={first}
          onChange={(event) => setFirst(event.currentTarget.value)}
        />
        {act === 'death' && (
          <TextInput
            label={t.relation}
            id="second"
            maxLength={80}
            value={second}
            onChange={(event) => setSecond(event.currentTarget.value)}
          />
        )}
        <div className="row" style={{ justifyContent: 'flex-end' }}>
          <Button onClick={onClose}>{t.cancel}</Button>
          <Button type="submit" variant="filled" disabled={used.isPending}>
            {{ death: t.saveDeath, proof: t.saveProof, alive: t.saveAlive }[act]}
          </Button>
        </div>
      </form>
    </Dialog>
  );
};
