import { type Fact, known, unknown } from '#kernel/fact.ts';

/** One question of a published form. `field` is the name of the fact it gives; true means that the criterion is met. */
export type Question = {
  readonly no: number;
  readonly field: string;
  readonly label: { readonly id: string; readonly en: string };
  readonly text: { readonly id: string; readonly en: string };
};
export type FormDefinition = {
  readonly form: string;
  readonly no: number;
  readonly subject: 'person' | 'family';
  readonly source: string;
  readonly answers: readonly string[];
  readonly questions: readonly Question[];
};

/**
 * The nine criteria of fakir miskin, Kepmensos 262/HUK/2022, as form version 1. Published by migration 0020: a changed wording is a
 * new version, never an edit of this one (a test compares the two). How many criteria make somebody poor is a matter of each juknis.
 */
export const NINE_CRITERIA = {
  form: 'sembilan_kriteria',
  no: 1,
  subject: 'family',
  source: 'Kepmensos 262/HUK/2022',
  answers: ['ya', 'tidak', 'tidak_tahu', 'menolak'],
  questions: [
    {
      no: 1,
      field: 'tanpa_tempat_berteduh',
      label: { id: 'Tanpa tempat berteduh', en: 'No shelter' },
      text: {
        id: 'Apakah keluarga ini tidak punya tempat berteduh atau tempat tinggal sehari-hari?',
        en: 'Is this family without a place to shelter or live?',
      },
    },
    {
      no: 2,
      field: 'tanpa_penghasilan_tetap',
      label: { id: 'Tidak bekerja atau tanpa penghasilan tetap', en: 'No work or no fixed income' },
      text: {
        id: 'Apakah kepala keluarga atau pengurus keluarga tidak bekerja, atau bekerja tanpa penghasilan tetap?',
        en: 'Is the head or the person in charge of the family without work, or working without a fixed income?',
      },
    },
    {
      no: 3,
      field: 'pernah_khawatir_pangan',
      label: { id: 'Pernah khawatir atau tidak makan', en: 'Worried about food or went without' },
      text: {
        id: 'Dalam setahun terakhir, pernahkah keluarga ini khawatir tidak bisa makan, atau pernah tidak makan?',
        en: 'In the last year, has this family ever worried about having no food, or gone without food?',
      },
    },
    {
      no: 4,
      field: 'pangan_lebih_separuh',
      label: { id: 'Pangan lebih dari setengah pengeluaran', en: 'Food is over half of spending' },
      text: {
        id: 'Apakah lebih dari setengah pengeluaran keluarga dipakai untuk makan?',
        en: 'Does food take more than half of what the family spends?',
      },
    },
    {
      no: 5,
      field: 'tanpa_belanja_pakaian',
      label: { id: 'Setahun tanpa belanja pakaian', en: 'No clothes bought in a year' },
      text: {
        id: 'Apakah selama setahun terakhir keluarga ini tidak mengeluarkan uang untuk pakaian?',
        en: 'Has the family spent nothing on clothes in the last year?',
      },
    },
    {
      no: 6,
      field: 'lantai_tanah_plester',
      label: { id: 'Lantai tanah atau plester', en: 'Floor of earth or plaster' },
      text: {
        id: 'Apakah sebagian besar lantai rumahnya tanah atau plester?',
        en: 'Is most of the floor of the house earth or plaster?',
      },
    },
    {
      no: 7,
      field: 'dinding_sederhana',
      label: { id: 'Dinding bahan sederhana', en: 'Walls of simple material' },
      text: {
        id: 'Apakah sebagian besar dindingnya bambu, kawat, papan kayu, terpal, kardus, tembok tanpa plester, rumbia, atau seng?',
        en: 'Are most walls bamboo, wire, boards, tarpaulin, cardboard, unplastered brick, thatch or zinc sheets?',
      },
    },
    {
      no: 8,
      field: 'tanpa_jamban_sendiri',
      label: { id: 'Tanpa jamban sendiri', en: 'No latrine of their own' },
      text: {
        id: 'Apakah keluarga ini tidak punya jamban sendiri, atau memakai jamban bersama?',
        en: 'Is the family without a latrine of its own, or using a communal one?',
      },
    },
    {
      no: 9,
      field: 'listrik_450_atau_tanpa',
      label: { id: 'Listrik 450 watt atau bukan listrik', en: '450 W or no electricity' },
      text: {
        id: 'Apakah penerangan rumahnya listrik berdaya 450 watt, atau bukan listrik?',
        en: 'Is the house lit by a 450 W connection, or by something other than electricity?',
      },
    },
  ],
} as const satisfies FormDefinition;

export type NineCriteriaField = (typeof NINE_CRITERIA.questions)[number]['field'];
/** The nine field names in the order of the decree. */
export const NINE_CRITERIA_FIELDS: readonly NineCriteriaField[] = NINE_CRITERIA.questions.map(({ field }) => field);

export type Answer = (typeof NINE_CRITERIA.answers)[number];
/** What an answer says: `ya` and `tidak` are known; not knowing and refusing stay unknown, each with its reason. */
export const factOfAnswer = (answer: Answer): Fact<boolean> =>
  answer === 'ya' || answer === 'tidak' ? known(answer === 'ya') : unknown(answer);
