import { use } from 'react';
import { useStore } from 'zustand';
import type { ImportActions, ImportState } from '../../state/imports/import-state';
import { useApp } from '../common/app-context';

/** A part of the import's store; drawn anew when the part changes by `Object.is`. Suspends until the store is there. */
export function useImport<T>(select: (state: ImportState) => T): T {
  return useStore(use(useApp().imports()), select);
}

/** What a person can do about the import. */
export function useImportActions(): ImportActions {
  return useImport((state) => state.actions);
}
