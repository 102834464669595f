import { createTransport } from 'nodemailer';

/** Where mail leaves: an SMTP address (`smtp://user:password@host:587`, `smtps://…`) and who it comes from. */
export type MailSetting = { readonly url: string; readonly from: string };
export type Mail = {
  /** Makes the Message-ID: the same mail sent twice is one mail to its reader. */
  readonly id: string;
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly attachment?: { readonly name: string; readonly mediaType: string; readonly body: Buffer };
};
/** `isLasting`: another try would get the same no (unknown address). Everything else may go well later. */
export type MailOutcome =
  | { readonly ok: true }
  | { readonly ok: false; readonly isLasting: boolean; readonly fault: string };

const WAIT_MS = 10_000;
const SOCKET_MS = 30_000;

type Fault = Error & { responseCode?: number; code?: string; command?: string };

/** A no to our own sign-in, or a fault of the way there, is for the administrator to mend; the mail itself may still arrive. */
const isLasting = ({ responseCode, code }: Fault): boolean =>
  code === 'EENVELOPE' && responseCode === undefined
    ? true
    : code !== 'EAUTH' && responseCode !== undefined && responseCode >= 500 && responseCode < 600;

const hostOf = (from: string): string => /@([\w.-]+)/.exec(from)?.[1] ?? 'localhost';

/** Sends one mail and says how it went; never throws for what a mail server may do. */
export const sendMail = async ({ url, from }: MailSetting, mail: Mail): Promise<MailOutcome> => {
  const transport = createTransport(url, {
    from,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All' },
  });
  try {
    await transport.sendMail({
      messageId: `<${mail.id}@${hostOf(from)}>`,
      to: mail.to,
      subject: mail.subject,
      text: mail.text,
      ...(mail.attachment
        ? {
            attachments: [
              {
                filename: mail.attachment.name,
                contentType: mail.attachment.mediaType,
                content: mail.attachment.body,
              },
            ],
          }
        : {}),
    });
    return { ok: true };
  } catch (error) {
    const fault = error as Fault;
    return { ok: false, isLasting: isLasting(fault), fault: fault.message.replace(/\s+/g, ' ').slice(0, 300) };
  } finally {
    transport.close();
  }
};

/** The address with waits that end: a mail server that accepts and says nothing holds nobody for long. */
export const withWaits = (url: string): string => {
  const parsed = new URL(url);
  for (const [name, value] of [
    ['connectionTimeout', WAIT_MS],
    ['greetingTimeout', WAIT_MS],
    ['socketTimeout', SOCKET_MS],
  ] as const)
    if (!parsed.searchParams.has(name)) parsed.searchParams.set(name, String(value));
  return parsed.href;
};
