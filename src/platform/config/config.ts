import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { z } from 'zod';
import { projectRoot } from '../db/cluster.ts';
import type { MailSetting } from '../mail/send-mail.ts';

const schema = z.object({
  PORT: z.coerce.number().int().min(0).max(65_535).default(3000),
  HOST: z.string().default('127.0.0.1'),
  RUKUN_DATA_DIR: z.string().default(join(projectRoot, 'data')),
  RUKUN_URL: z.url().optional(),
  DATABASE_URL: z
    .string()
    .regex(/^postgres(ql)?:\/\//)
    .optional(),
  RUKUN_DEMO: z.enum(['auto', 'off']).default('auto'),
  RUKUN_PRODUCTION: z.enum(['0', '1']).default('0'),
  RUKUN_SMTP_URL: z
    .string()
    .regex(/^smtps?:\/\/[^\s/]+/, 'write it as smtp://user:password@host:587 or smtps://host')
    .optional(),
  RUKUN_MAIL_FROM: z
    .string()
    .regex(/[^\s@]+@[^\s@]+/, 'write an address such as "Dinas Sosial <dinsos@contoh.go.id>"')
    .optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'silent']).default('warn'),
});

export type Config = {
  port: number;
  host: string;
  dataDir: string;
  url: string;
  databaseUrl: string | undefined;
  /** Make the demo agencies on a first start. A production installation has none and refuses province 99. */
  demo: boolean;
  production: boolean;
  /** Where mail leaves and who it comes from; undefined: no mail. */
  mail: MailSetting | undefined;
  logLevel: string;
  secret: string;
};

/**
 * A secret of this installation, made once and kept beside the data: `session` (a restart signs nobody out) and `case` (notes of cases).
 * @returns 64 characters of base64url
 */
export const installationSecret = (dataDir: string, name: 'session' | 'case'): string => {
  const file = join(dataDir, `${name}.secret`);
  if (existsSync(file)) return readFileSync(file, 'utf8');
  mkdirSync(dataDir, { recursive: true });
  const secret = randomBytes(48).toString('base64url');
  writeFileSync(file, secret, { mode: 0o600 });
  return secret;
};

const mailOf = (url: string | undefined, from: string | undefined): MailSetting | undefined => {
  if (!url && !from) return undefined;
  if (!url || !from)
    throw new Error(
      `The settings RUKUN_SMTP_URL and RUKUN_MAIL_FROM belong together; ${url ? 'RUKUN_MAIL_FROM' : 'RUKUN_SMTP_URL'} is missing.`,
    );
  return { url, from };
};

/** Reads the environment. @throws one sentence that names the setting, its value and what it may be */
export const readConfig = (env: NodeJS.ProcessEnv = process.env): Config => {
  const parsed = schema.safeParse(env);
  if (!parsed.success) {
    const issue = parsed.error.issues[0]!;
    throw new Error(
      `The setting ${issue.path.join('.')} is "${env[String(issue.path[0])]}", which cannot be used: ${issue.message}`,
    );
  }
  const { data } = parsed;
  const dataDir = resolve(data.RUKUN_DATA_DIR);
  return {
    port: data.PORT,
    host: data.HOST,
    dataDir,
    url: data.RUKUN_URL ?? `http://localhost:${data.PORT}`,
    databaseUrl: data.DATABASE_URL,
    demo: data.RUKUN_DEMO === 'auto' && data.RUKUN_PRODUCTION === '0',
    production: data.RUKUN_PRODUCTION === '1',
    mail: mailOf(data.RUKUN_SMTP_URL, data.RUKUN_MAIL_FROM),
    logLevel: data.LOG_LEVEL,
    secret: installationSecret(dataDir, 'session'),
  };
};
