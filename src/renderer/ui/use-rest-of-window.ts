import { type RefObject, useLayoutEffect, useState } from 'react';

const LEAST = 260;
const MARGIN = 20;

/** The height from the top of a box to the lower edge of the window. */
export const useRestOfWindow = (box: RefObject<HTMLElement | null>): number => {
  const [height, setHeight] = useState(480);
  useLayoutEffect(() => {
    const measure = (): void => {
      const top = box.current?.getBoundingClientRect().top;
      if (top !== undefined)
        setHeight(Math.max(LEAST, Math.floor(window.innerHeight - top - window.scrollY - MARGIN)));
    };
    measure();
    const watcher = new ResizeObserver(measure);
    watcher.observe(document.body);
    window.addEventListener('resize', measure);
    return () => {
      watcher.disconnect();
      window.removeEventListener('resize', measure);
    };
  }, [box]);
  return height;
};
