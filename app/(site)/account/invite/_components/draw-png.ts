interface Size {
  readonly width: number;
  readonly height: number;
}

/** The SVG at an address of this site as a PNG of this size, in pixels. Throws where the browser cannot. */
export async function drawPng(href: string, { width, height }: Size): Promise<Blob> {
  const answer = await fetch(href);
  if (!answer.ok) throw new Error(`the picture answered ${answer.status}`);
  const address = URL.createObjectURL(await answer.blob());
  try {
    const image = new Image(width, height);
    image.src = address;
    await image.decode();
    const canvas = document.createElement('canvas');
    canvas.width = width;
    canvas.height = height;
    const context = canvas.getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(image, 0, 0, width, height);
    return await toPng(canvas);
  } finally {
    URL.revokeObjectURL(address);
  }
}

const toPng = (canvas: HTMLCanvasElement): Promise<Blob> =>
  new Promise((resolve, reject) => {
    canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error('no PNG'))), 'image/png');
  });
