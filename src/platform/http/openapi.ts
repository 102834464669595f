import { z } from 'zod';
import type { Contract } from './contract.ts';

type JsonSchema = Record<string, unknown> & { properties?: Record<string, JsonSchema>; required?: string[] };

const schemaOf = (schema: z.ZodType, io: 'input' | 'output'): JsonSchema => {
  const { $schema: _version, ...rest } = z.toJSONSchema(schema, { io, unrepresentable: 'any' }) as JsonSchema;
  return rest;
};

const parametersOf = (place: 'path' | 'query', schema: z.ZodType | undefined) => {
  if (!schema) return [];
  const { properties = {}, required = [] } = schemaOf(schema, 'input');
  return Object.entries(properties).map(([name, shape]) => ({
    name,
    in: place,
    required: place === 'path' || required.includes(name),
    schema: shape,
  }));
};

const refusal = {
  description: 'Refusal: an expected no, with a sentence for the reader',
  content: { 'application/json': { schema: { $ref: '#/components/schemas/Refusal' } } },
};

const operationOf = (contract: Contract) => ({
  summary: contract.summary,
  ...(contract.may ? { 'x-capability': contract.may } : {}),
  parameters: [...parametersOf('path', contract.params), ...parametersOf('query', contract.query)],
  ...(contract.body
    ? { requestBody: { required: true, content: { 'application/json': { schema: schemaOf(contract.body, 'input') } } } }
    : {}),
  responses: {
    200: { description: 'OK', content: { 'application/json': { schema: schemaOf(contract.reply, 'output') } } },
    '4XX': refusal,
  },
});

/** OpenAPI 3.1, printed from the same contracts that validate the requests. */
export const openapi = (contracts: readonly Contract[]) => {
  const paths: Record<string, Record<string, unknown>> = {};
  for (const contract of contracts) {
    const path = contract.url.replace(/:(\w+)/g, '{$1}');
    paths[path] = { ...paths[path], [contract.method.toLowerCase()]: operationOf(contract) };
  }
  const refusalSchema = schemaOf(
    z.object({
      error: z.object({
        code: z.string(),
        message: z.string(),
        details: z.record(z.string(), z.unknown()),
        requestId: z.string(),
      }),
    }),
    'output',
  );
  return {
    openapi: '3.1.0',
    info: {
      title: 'Rukun',
      version: '0.1.0',
      description:
        'The API of the staff application. Money is whole rupiah as digits; dates are calendar dates at the agency.',
    },
    paths,
    components: { schemas: { Refusal: refusalSchema } },
  };
};
