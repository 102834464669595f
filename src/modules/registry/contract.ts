export {
  addMember,
  changeCardContract,
  correctAddressContract,
  leaveFamilyContract,
  nameHeadContract,
  recordNineCriteria,
} from './contract/families.ts';
export {
  addNumberContract,
  assessPpksContract,
  confirmDeathContract,
  correctPersonContract,
  registerPersonContract,
  reportDeathContract,
  searchPeopleContract,
  settleNumberContract,
  withdrawDeathContract,
} from './contract/people.ts';
export { getQuality, getQualityCsv, listQualityFindings } from './contract/quality.ts';
export { askToReadPerson, getFamily, getPerson, readRevealedNumber, revealNumber } from './contract/sheet.ts';
