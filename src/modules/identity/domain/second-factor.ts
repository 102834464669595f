/** When an agency asks for a second factor. Kept in agency.settings.secondFactor. */
export type SecondFactorRule = { wide: boolean; fromClearance: 0 | 1 | 2 | 3 };

/** Office-wide accounts, and clearance 2 or more, unless the agency has set it otherwise. */
export const DEFAULT_RULE: SecondFactorRule = { wide: true, fromClearance: 2 };

export const ruleOf = (settings: Record<string, unknown>): SecondFactorRule => ({
  ...DEFAULT_RULE,
  ...((settings['secondFactor'] as Partial<SecondFactorRule> | undefined) ?? {}),
});

export const needsSecondFactor = (rule: SecondFactorRule, assignment: { wide: boolean; clearance: number }): boolean =>
  (rule.wide && assignment.wide) || assignment.clearance >= rule.fromClearance;
