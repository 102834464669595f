/** One generator for everything that needs people who do not exist: linkage, the demo's import file, tests. */
export { ERROR_MODEL } from './error-model.ts';
export { generatePeople, type HardNegative, type PeopleOptions, type PersonRecord } from './people.ts';
export { PEOPLE_SCHEMA, type PeopleCounts, writePeople } from './people-files.ts';
export { SIKS_HEADINGS } from './siks-clean.ts';
export { SIKS_DIRT, SIKS_MONTHLY, type SiksDirtCode } from './siks-dirt.ts';
export {
  generateSiksFile,
  type SiksAgency,
  type SiksFile,
  type SiksFileOptions,
  type SiksRow,
  type SiksTruth,
} from './siks-file.ts';
export { STORY_FAMILIES, type StoryFamily, type StoryRow } from './stories.ts';
export {
  DEMO_DESA,
  DEMO_KABUPATEN,
  DEMO_KECAMATAN,
  DEMO_PROVINSI_AREA,
  type DemoDesa,
  type DemoKabupaten,
  type DemoKecamatan,
  demoTerritory,
  type Territory,
} from './territory.ts';
