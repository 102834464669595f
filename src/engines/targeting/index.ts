/** Targeting: score, rank and admit under a budget, with a reason for every family. See docs/engines/targeting.md. */
export { buildQuotaTree, liesIn } from './areas.ts';
export { hashRun } from './canonical.ts';
export { type Card, readCard } from './card.ts';
export { type Change, compareRuns, proposeReplacements } from './compare-runs.ts';
export { readTables } from './csv-tables.ts';
export { type CutLine, countTiesAtCut, findCutLine } from './cut-line.ts';
export type { Distance } from './distance.ts';
export { type ExplainedRow, type Explanation, explainFamily, forCitizen, judgeFamily, rowText } from './explain.ts';
export { type Group, groupScores, QUARTERS } from './groups.ts';
export { getResult, type Line, linesOf } from './lines.ts';
export { buildMerkleTree, type MerkleProof, type MerkleTree, proveLine, saltFor, verifyLine } from './merkle.ts';
export { costOf, costsOf } from './money.ts';
export { rankedScore, scoreText, ticketOf } from './order.ts';
export { isAdmitted, isRanked, OUTCOME, type Outcome, takesPlace } from './outcome.ts';
export {
  type Arah,
  type Decision,
  InputProblem,
  isInputProblem,
  type Programme,
  type ProgrammeSet,
} from './programme.ts';
export { listReserve, ranksOf } from './ranks.ts';
export { readJsonFile } from './read-json-file.ts';
export { programmeSeed } from './read-programme-parts.ts';
export { canonicalJson, readProgrammes } from './read-programmes.ts';
export { listUnresolved, type ProgrammeReport, type Report, reportOf, type Unresolved } from './report.ts';
export { type ProgrammeResult, type Run, runProgrammes } from './run.ts';
export { type Scored, scoreColumns, scoreHousehold } from './score-card.ts';
export { scoreFile } from './score-file.ts';
export { type SelectedProgrammes, type SelectProgrammesInput, selectProgrammes } from './select-programmes.ts';
export { writeSelection } from './selection-file.ts';
export { makeSlider, type Slid, type Slider } from './slider.ts';
export {
  assemble,
  buildSnapshot,
  type FamilyInput,
  type MemberInput,
  newSnapshotBuilder,
  type Snapshot,
  type SnapshotBuilder,
  type SnapshotColumns,
} from './snapshot.ts';
