export { orderCommit } from './actions/commit-order.ts';
export { confirmMapping } from './actions/confirm-mapping.ts';
export { getImport, STATE_WORDS } from './actions/get-import.ts';
export { homeTiles } from './actions/home-tiles.ts';
export { resumeImports } from './actions/resume-imports.ts';
export { type Upload, uploadFile } from './actions/upload-file.ts';
export { KIND_IDS, type Kind, RUNNING, type State } from './domain/kinds.ts';
export { importJobs, registerExchange } from './routes.ts';
export type { ImportFile } from './sql/files.ts';
