export { getFormVersion, getVervalForm, type PublishedForm } from './actions/read-forms.ts';
export { registerForms } from './routes.ts';
