import { createRootRoute } from '@tanstack/react-router';
import { NotFound, PageFault } from './shell/Faults.tsx';
import { Shell } from './shell/Shell.tsx';

export const rootRoute = createRootRoute({ component: Shell, notFoundComponent: NotFound, errorComponent: PageFault });
