// What is on the PNG that a browser makes of a page.
import { PNG } from 'pngjs';

/** {width, height, data}: four bytes a pixel, row by row. */
export const decodePng = (buffer) => PNG.sync.read(buffer);

/** The colour at a point: [r, g, b]. */
export const colourAt = ({ width, data }, x, y) => [...data.subarray(4 * (y * width + x), 4 * (y * width + x) + 3)];

/**
 * What is to be seen in a rectangle (the whole picture without one): `colours`, how many different ones; `main`, the share
 * of the most frequent one; `spread`, the standard deviation of the brightness, 0 to 127.
 */
export function look(picture, { x = 0, y = 0, width = picture.width, height = picture.height } = {}) {
    const { data } = picture;
    const counts = new Map();
    let [sum, squares, pixels] = [0, 0, 0];
    for (let v = Math.round(y); v < Math.min(picture.height, Math.round(y + height)); v++) {
        for (let u = Math.round(x); u < Math.min(picture.width, Math.round(x + width)); u++) {
            const at = 4 * (v * picture.width + u);
            const colour = (data[at] << 16) | (data[at + 1] << 8) | data[at + 2];
            counts.set(colour, (counts.get(colour) ?? 0) + 1);
            const brightness = 0.299 * data[at] + 0.587 * data[at + 1] + 0.114 * data[at + 2];
            sum += brightness;
            squares += brightness * brightness;
            pixels += 1;
        }
    }
    const mean = sum / pixels;
    const [mainColour, mainCount] = [...counts].reduce((best, one) => (one[1] > best[1] ? one : best), [0, 0]);
    return {
        colours: counts.size, main: mainCount / pixels, mainColour: [mainColour >> 16, (mainColour >> 8) & 255, mainColour & 255],
        mean, spread: Math.sqrt(Math.max(0, squares / pixels - mean * mean)),
    };
}
