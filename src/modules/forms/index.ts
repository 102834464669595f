export { getFormVersion, getVervalForm, type PublishedForm } from './actions/read-forms.ts';
export { registerForms } from './routes.ts';
export { answers as answerShape, definition as formShape } from './shapes.ts';
