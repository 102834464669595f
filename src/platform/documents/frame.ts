/** What every document of an agency has around its content. Texts are printed as they stand. */
export type DocumentFrame = {
  readonly letterHead: {
    readonly pemerintah: string;
    readonly dinas: string;
    readonly alamat: string;
    readonly telepon: string;
  };
  readonly paper: 'F4' | 'A4';
  /** Prints DATA CONTOH across every page. */
  readonly demo: boolean;
};

const textIn = (source: Record<string, unknown>, name: string): string =>
  typeof source[name] === 'string' ? source[name] : '';

/** The frame from an agency's row: its letter head, its paper (setting `kertas`, F4 when not set), whether it is a demo. */
export const frameOf = (agency: {
  name: string;
  isDemo: boolean;
  letterHead: Record<string, unknown>;
  settings: Record<string, unknown>;
}): DocumentFrame => ({
  letterHead: {
    pemerintah: textIn(agency.letterHead, 'pemerintah'),
    dinas: textIn(agency.letterHead, 'dinas') || agency.name,
    alamat: textIn(agency.letterHead, 'alamat'),
    telepon: textIn(agency.letterHead, 'telepon'),
  },
  paper: agency.settings['kertas'] === 'A4' ? 'A4' : 'F4',
  demo: agency.isDemo,
});
