import { nextTick, ref, shallowRef, type ShallowRef } from 'vue';

const HOVER = 120;
const GRACE = 250;

/**
 * A card that opens beside what the pointer is on or the focus in, and stays where it is pinned.
 *
 * @param element - the card, which lies in the block that its anchors lie in
 */
export function useCard<T>(element: Readonly<ShallowRef<HTMLElement | null>>) {
  const content = shallowRef<readonly T[]>();
  const isPinned = ref(false);
  let anchor: HTMLElement | undefined;
  let timer: ReturnType<typeof setTimeout> | undefined;
  /** Whether the focus only comes back to where the card was opened. */
  let isReturning = false;

  async function open({ target }: Event, what: readonly T[]) {
    clearTimeout(timer);
    if (isReturning || !(target instanceof HTMLElement)) return;
    anchor = target;
    const { computePosition, flip, offset, shift } = await import('@floating-ui/dom');
    if (anchor !== target || !element.value) return;
    content.value = what;
    await nextTick();
    const { x, y } = await computePosition(target, element.value, {
      placement: 'bottom-start',
      middleware: [offset(6), flip(), shift({ padding: 12 })],
    });
    Object.assign(element.value.style, { left: `${x}px`, top: `${y}px` });
  }

  function hide() {
    anchor = undefined;
    content.value = undefined;
    isPinned.value = false;
  }

  return {
    content,
    isPinned,
    open,
    /** Opens it soon, unless the pointer only passes by. */
    hover(event: Event, what: readonly T[]) {
      clearTimeout(timer);
      if (isPinned.value || isEqual(content.value, what)) return;
      timer = setTimeout(() => void open(event, what), HOVER);
    },
    /** Closes it soon, unless the pointer comes back to it. */
    leave() {
      clearTimeout(timer);
      if (!isPinned.value) timer = setTimeout(hide, GRACE);
    },
    stay: () => clearTimeout(timer),
    /** Opens it to stay, and moves the focus into it. */
    async pin(event: Event, what: readonly T[]) {
      await open(event, what);
      isPinned.value = true;
      element.value?.focus({ preventScroll: true });
    },
    /** Closes it, and gives the focus back where it came from if it was in it. */
    close() {
      clearTimeout(timer);
      const hadFocus = element.value?.contains(document.activeElement) ?? false;
      isReturning = true;
      if (hadFocus) anchor?.focus({ preventScroll: true });
      isReturning = false;
      hide();
    },
  };
}

function isEqual<T>(a: readonly T[] = [], b: readonly T[]): boolean {
  return a.length === b.length && a.every((each, index) => each === b[index]);
}
