import { type FormDefinition, writeSheets } from '#engines/form/index.ts';
import { writeWorkbook } from '#platform/files/spreadsheet.ts';

const XLSX = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet';

/** A form as an XLSForm workbook; imported again it is the same form. */
export const exportForm = async (definition: FormDefinition, no: string) => {
  const { survey, choices, settings } = writeSheets(definition);
  const bytes = await writeWorkbook([
    { name: 'survey', rows: survey },
    { name: 'choices', rows: choices },
    { name: 'settings', rows: settings },
  ]);
  return { name: `${definition.settings.formId}-${no}.xlsx`, mediaType: XLSX, body: Buffer.from(bytes) };
};
