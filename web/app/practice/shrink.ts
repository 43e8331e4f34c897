/**
 * Makes an upload of a chosen picture on this device: at most so many pixels a
 * side and drawn anew, so that the place, time and camera that a file carries
 * never leave the device.
 */

const LARGEST = 1024;

/** A JPEG; rejects with "image_invalid" for what this browser cannot show. */
export async function shrunkJpeg(file: Blob, largest = LARGEST): Promise<Blob> {
  const picture = await createImageBitmap(file, { imageOrientation: "from-image" }).catch(() => {
    throw { code: "image_invalid" };
  });
  const scale = Math.min(1, largest / Math.max(picture.width, picture.height));
  const canvas = document.createElement("canvas");
  canvas.width = Math.max(1, Math.round(picture.width * scale));
  canvas.height = Math.max(1, Math.round(picture.height * scale));
  const pen = canvas.getContext("2d")!;
  pen.fillStyle = "white"; // under what is transparent: a JPEG would turn it black
  pen.fillRect(0, 0, canvas.width, canvas.height);
  pen.imageSmoothingQuality = "high";
  pen.drawImage(picture, 0, 0, canvas.width, canvas.height);
  picture.close();
  return new Promise((resolve, reject) => canvas.toBlob((blob) => (blob ? resolve(blob) : reject({ code: "image_invalid" })), "image/jpeg", 0.9));
}
