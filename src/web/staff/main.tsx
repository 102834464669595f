import '#web/ui/styles.ts';
import { MantineProvider } from '@mantine/core';
import { QueryClientProvider } from '@tanstack/react-query';
import { RouterProvider } from '@tanstack/react-router';
import { StrictMode } from 'react';
import { createRoot } from 'react-dom/client';
import { KeysProvider } from '#web/ui/keys.tsx';
import { makeQueryClient } from '#web/ui/queries.ts';
import { cssVariables, theme } from '#web/ui/theme.ts';
import { UndoProvider } from '#web/ui/UndoBar.tsx';
import { router } from './router.ts';
import { SessionGate } from './sign-in/SessionGate.tsx';

const place = document.getElementById('app');
if (!place) throw new Error('no place to mount');

createRoot(place).render(
  <StrictMode>
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme="light">
      <QueryClientProvider client={makeQueryClient()}>
        <KeysProvider>
          <SessionGate>
            <UndoProvider>
              <RouterProvider router={router} />
            </UndoProvider>
          </SessionGate>
        </KeysProvider>
      </QueryClientProvider>
    </MantineProvider>
  </StrictMode>,
);
