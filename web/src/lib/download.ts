/** Hands a text made on this page to the person as a file. */
export function downloadText(name: string, text: string, type = 'text/csv;charset=utf-8'): void {
  const url = URL.createObjectURL(new Blob([text], { type }));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  // The browser has taken the content once the click is through; a second later nothing needs the address.
  window.setTimeout(() => URL.revokeObjectURL(url), 1_000);
}
