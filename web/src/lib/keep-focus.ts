/** Where somebody was: the element, and all that it stood in, innermost first. */
interface Place {
  element: HTMLElement;
  around: HTMLElement[];
}

function placeOf(element: HTMLElement): Place {
  const around: HTMLElement[] = [];
  for (let box = element.parentElement; box; box = box.parentElement) around.push(box);
  return { element, around };
}

/** Gives the focus to what nobody can press: Tab goes on from there, and Enter does nothing that nobody meant. */
function standOn(box: HTMLElement): void {
  if (!box.hasAttribute('tabindex')) {
    box.tabIndex = -1;
    box.addEventListener('blur', () => box.removeAttribute('tabindex'), { once: true });
  }
  box.focus({ preventScroll: true });
}

/** Goes back to a place, or to what is left of it; after a change of pages to where the new one begins. */
function goBack({ element, around }: Place): void {
  if (element.isConnected) return element.focus({ preventScroll: true });
  const main = document.getElementById('main');
  const left = around.find((box) => box.isConnected);
  if (left && main && !left.contains(main)) standOn(left);
  else main?.focus({ preventScroll: true });
}

/**
 * Whoever works by keyboard stays where they are when what they pressed is disabled while it works, or is gone because
 * the work is done: browsers drop the focus then, some of them to the top of the page.
 */
export function keepFocus(): void {
  let last: Place | null = null;
  document.addEventListener('focusin', ({ target }) => {
    if (target instanceof HTMLElement) last = placeOf(target);
  });
  // A press beside everything gives the focus up on purpose.
  document.addEventListener('pointerdown', () => {
    last = null;
  });
  const mend = (): void => {
    const { activeElement, body } = document;
    if (last === null || (activeElement !== null && activeElement !== body)) return;
    // What is disabled while it works will be enabled again, or go.
    if (!last.element.matches(':disabled')) goBack(last);
  };
  new MutationObserver(mend).observe(document.body, {
    childList: true,
    subtree: true,
    attributes: true,
    attributeFilter: ['disabled'],
  });
}
