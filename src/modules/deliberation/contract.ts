export * from './contract/batches.ts';
export * from './contract/decrees.ts';
export * from './contract/keying.ts';
export * from './contract/meetings.ts';
