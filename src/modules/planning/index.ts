export { admitAct, findActClosed } from './actions/admit-act.ts';
export { getLineBalance, type LineBalance, listLineBalances } from './actions/read-lines.ts';
export { recordSp2d } from './actions/record-payment.ts';
export { addFundSource, recordFundDocument } from './actions/record-source.ts';
export { openLine, recordStage } from './actions/record-stage.ts';
export { releasePagu } from './actions/release-pagu.ts';
export { reservePagu } from './actions/reserve-pagu.ts';
export { registerPlanning } from './routes.ts';
export { listMoratoria } from './sql/moratoria.ts';
