import { checkModel, DIMENSIONS, ImplausibleModelError, type Model, shippedModel } from '#engines/linkage/index.ts';

const isModel = (params: unknown): params is Model => {
  const components = (params as Partial<Model> | null)?.components;
  return (
    Array.isArray(components) &&
    components.length > 0 &&
    components.every(
      ({ share, tables }) =>
        typeof share === 'number' &&
        typeof tables === 'object' &&
        tables !== null &&
        DIMENSIONS.every(({ field }) => Array.isArray(tables[field]) && tables[field].every(Number.isFinite)),
    )
  );
};

/**
 * The parameters by which the agency compares, in batch and at registration alike: its own model when one is in force and holds up, else
 * the shipped one for a register of `persons`.
 */
export const modelInForce = (params: unknown, persons: number): Model => {
  if (params === undefined || !isModel(params)) return shippedModel(persons);
  try {
    checkModel(params);
    return params;
  } catch (error) {
    if (error instanceof ImplausibleModelError) return shippedModel(persons);
    throw error;
  }
};
