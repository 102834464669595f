const LETTER_PX = 7;
const TICK_PX = 18;
const LEAST_PX = 60;
const MOST_PX = 240;

/**
 * Room in px at the left of a figure for the names of its rows: that of the longest, at the figure's 12 px. Give it as `marginLeft`.
 * On a phone (`width`) at most two fifths of the room there is.
 */
export const labelRoom = (labels: readonly string[], width = Number.POSITIVE_INFINITY): number => {
  const longest = Math.max(0, ...labels.map((label) => label.length));
  return Math.round(
    Math.min(Math.max(LEAST_PX, longest * LETTER_PX + TICK_PX), MOST_PX, Math.max(LEAST_PX, width * 0.4)),
  );
};
