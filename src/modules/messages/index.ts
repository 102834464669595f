export { eachAgency } from './actions/as-courier.ts';
export { openCitizenBox, readCitizenBox, setCitizenAddress } from './actions/citizen-box.ts';
export { mailDayReport, reportTime } from './actions/mail-report.ts';
export { pointCitizen } from './actions/point-citizen.ts';
export { tellRole } from './actions/tell-officers.ts';
export { registerMessages } from './routes.ts';
export { startMessages } from './start-messages.ts';
