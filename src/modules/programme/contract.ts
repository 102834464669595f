export * from './contract/cases.ts';
export * from './contract/families.ts';
export * from './contract/juknis.ts';
export * from './contract/letters.ts';
export * from './contract/lists.ts';
export * from './contract/programmes.ts';
export * from './contract/scenarios.ts';
export * from './contract/simulation.ts';
