import { useRouter } from '@tanstack/react-router';
import type { AnchorHTMLAttributes, MouseEvent, Ref } from 'react';

type Props = AnchorHTMLAttributes<HTMLAnchorElement> & { href: string; ref?: Ref<HTMLAnchorElement> };

/** A path as the server names it, below `/kantor` or with it: `/usulan?tahap=periksa`, `/kantor/usulan`. */
export const appHref = (href: string): string =>
  href === '/kantor' || href.startsWith('/kantor/') || !href.startsWith('/') ? href : `/kantor${href}`;

/**
 * A link whose address comes as text (from a reply). It moves inside the app without loading the page again, and stays an
 * ordinary link for a new tab. Where the page is known in the code, use `Link` of the router: its path and parameters are checked.
 */
export const AppLink = ({ href, children, ...rest }: Props) => {
  const router = useRouter();
  const to = appHref(href);
  const go = (event: MouseEvent) => {
    if (event.button !== 0 || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    router.history.push(to);
  };
  return (
    <a {...rest} href={to} onClick={go}>
      {children}
    </a>
  );
};
