import { useEffect, useState } from 'react';

/** `value` once it has stood still for `ms`: for search as one types. */
export const useSettled = <T>(value: T, ms: number): T => {
  const [settled, setSettled] = useState(value);
  useEffect(() => {
    const timer = setTimeout(() => setSettled(value), ms);
    return () => clearTimeout(timer);
  }, [value, ms]);
  return settled;
};

/** True when `isWaiting` has lasted longer than `ms`: shorter waits say nothing. */
export const useSlow = (isWaiting: boolean, ms = 400): boolean => {
  const [isSlow, setSlow] = useState(false);
  useEffect(() => {
    if (!isWaiting) {
      setSlow(false);
      return;
    }
    const timer = setTimeout(() => setSlow(true), ms);
    return () => clearTimeout(timer);
  }, [isWaiting, ms]);
  return isSlow;
};
