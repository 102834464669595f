import { createRouter } from '@tanstack/react-router';
import { rootRoute } from './root.tsx';
import { pages } from './routes.tsx';

export const router = createRouter({
  routeTree: rootRoute.addChildren([...pages]),
  basepath: '/kantor',
  defaultPreload: 'intent',
  scrollRestoration: true,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
