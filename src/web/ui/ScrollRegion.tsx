import { type ReactNode, useEffect, useRef, useState } from 'react';

/**
 * A part of the page that scrolls for itself. While there is something to scroll it is a Tab stop, so that the arrows reach
 * all of it; otherwise it is none.
 */
export const ScrollRegion = ({
  label,
  className,
  children,
}: {
  label: string;
  className?: string | undefined;
  children: ReactNode;
}) => {
  const place = useRef<HTMLElement>(null);
  const [isScrolling, setScrolling] = useState(false);
  useEffect(() => {
    const element = place.current;
    if (!element) return;
    const measure = () =>
      setScrolling(element.scrollWidth > element.clientWidth + 1 || element.scrollHeight > element.clientHeight + 1);
    const watch = new ResizeObserver(measure);
    watch.observe(element);
    if (element.firstElementChild) watch.observe(element.firstElementChild);
    return () => watch.disconnect();
  }, []);
  const reach = isScrolling ? { tabIndex: 0 } : {};
  return (
    <section ref={place} className={className} aria-label={label} {...reach}>
      {children}
    </section>
  );
};
