// Columns without gaps in the order of the document: each block spans as many rows as it is high.

export function masonry(grid: HTMLElement | null): void {
  if (!grid) return;
  const fit = new ResizeObserver((changed) => {
    for (const { target, borderBoxSize } of changed) {
      const height = Math.ceil(borderBoxSize[0]?.blockSize ?? 0);
      (target as HTMLElement).style.gridRowEnd = `span ${height}`; // rows are a pixel high
    }
  });
  grid.classList.add("is-masonry");
  for (const block of grid.children) fit.observe(block);
}
