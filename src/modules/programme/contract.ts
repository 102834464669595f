export * from './contract/families.ts';
export * from './contract/lists.ts';
export * from './contract/programmes.ts';
