/** What is needed of an element, so that a server-side DOM serves too. */
type Element_ = { setAttribute: (name: string, value: string) => void; removeAttribute: (name: string) => void };
type Drawing = Element_ & {
  tagName: string;
  querySelector: (selector: string) => Element_ | null;
  querySelectorAll: (selector: string) => Iterable<Element_>;
};

/**
 * Makes a drawing of Observable Plot fit to be heard: one image named by its finding. Plot labels its groups, which have no role
 * and may not be labelled. A drawing with a legend is a figure around the svg.
 */
export const mendSvg = (drawing: Drawing, finding: string): void => {
  const svg = drawing.tagName.toLowerCase() === 'svg' ? drawing : drawing.querySelector('svg');
  for (const group of drawing.querySelectorAll('g[aria-label], g[aria-description]')) {
    group.removeAttribute('aria-label');
    group.removeAttribute('aria-description');
  }
  svg?.setAttribute('role', 'img');
  svg?.setAttribute('aria-label', finding);
};
