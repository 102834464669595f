import type { AddressInfo } from 'node:net';
import { SMTPServer } from 'smtp-server';

type Answer = { code: number; text: string };

/** A real SMTP server on a free port that keeps what it takes. `answer` makes it say no to every mail (4xx, 5xx) until taken back. */
export const startSmtp = async () => {
  const mails: string[] = [];
  let answer: Answer | undefined;
  const make = () =>
    new SMTPServer({
      disabledCommands: ['AUTH', 'STARTTLS'],
      logger: false,
      onRcptTo: (_address, _session, done) =>
        answer ? done(Object.assign(new Error(answer.text), { responseCode: answer.code })) : done(),
      onData: (stream, _session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          // Lines that were broken for the way are whole again.
          mails.push(Buffer.concat(parts).toString('utf8').replaceAll('=\r\n', ''));
          done();
        });
      },
    });
  let server = make();
  const listen = (port: number) =>
    new Promise<number>((resolve, reject) => {
      server.on('error', reject);
      const http = server.listen(port, '127.0.0.1', () => resolve((http.address() as AddressInfo).port));
    });
  const port = await listen(0);
  const stop = () => new Promise<void>((resolve) => server.close(() => resolve()));
  return {
    mails,
    setting: { url: `smtp://127.0.0.1:${port}`, from: 'Dinas Sosial <dinsos@contoh.test>' },
    say: (next: Answer | undefined) => {
      answer = next;
    },
    stop,
    /** Comes back on the same port. */
    start: async () => {
      server = make();
      await listen(port);
    },
  };
};
