import type { LocalDate } from '#kernel/local-date.ts';
import type { PickedArea } from '#web/ui/AreaPicker.tsx';
import type { Given } from '#web/ui/contracts.ts';
import type { ChangeKind } from './words.ts';

export const LEVELS = ['rt', 'rw', 'dusun'] as const;

/** What is typed on the form, for all kinds of change together. */
export type Form = {
  kind: ChangeKind;
  area: PickedArea | null;
  areas: PickedArea[];
  parent: PickedArea | null;
  level: (typeof LEVELS)[number];
  name: string;
  kode: string;
  jenis: '' | 'desa' | 'kelurahan' | 'desa_adat';
  parts: { key: number; name: string; kode: string }[];
  decree: string;
  decreeOn: LocalDate | '';
  onDate: LocalDate | '';
};

/** The change the form asks for; what is missing stays empty, and the server says so. */
export const changeOf = (form: Form): Given<'POST /api/area-event'>['body']['change'] => {
  const basis = { decree: form.decree, decreeOn: form.decreeOn, onDate: form.onDate };
  const areaId = form.area?.id ?? 0;
  const parentId = form.parent?.id ?? 0;
  const kode = form.kode.trim() || null;
  const jenis = form.jenis || null;
  switch (form.kind) {
    case 'ganti_nama':
      return { kind: 'ganti_nama', areaId, name: form.name, jenis, kode, ...basis };
    case 'pindah_induk':
      return { kind: 'pindah_induk', areaId, parentId, kode, ...basis };
    case 'mekar':
      return {
        kind: 'mekar',
        areaId,
        parts: form.parts
          .filter((part) => part.name.trim() || part.kode.trim())
          .map((part) => ({ name: part.name, kode: part.kode.trim() || null })),
        ...basis,
      };
    case 'gabung':
      return {
        kind: 'gabung',
        areaIds: form.areas.map((area) => area.id),
        into: { name: form.name, jenis, kode },
        ...basis,
      };
    case 'baru':
      return { kind: 'baru', parentId, level: form.level, name: form.name, ...basis };
    case 'bubar':
      return { kind: 'bubar', areaId, ...basis };
  }
};
