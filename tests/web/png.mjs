// Reads the PNG that browsers make of a page (8 bits, RGB or RGBA, not interlaced; PNG specification, sections 9 and 11)
// and measures what is on it.
import { inflateSync } from 'node:zlib';

function paeth(a, b, c) {
    const p = a + b - c;
    const [pa, pb, pc] = [Math.abs(p - a), Math.abs(p - b), Math.abs(p - c)];
    return pa <= pb && pa <= pc ? a : pb <= pc ? b : c;
}

/** {width, height, at(x, y) → [r, g, b]} */
export function decodePng(buffer) {
    const parts = [];
    let width = 0;
    let height = 0;
    let channels = 0;
    for (let at = 8; at < buffer.length;) {
        const length = buffer.readUInt32BE(at);
        const type = buffer.toString('latin1', at + 4, at + 8);
        const content = buffer.subarray(at + 8, at + 8 + length);
        if (type === 'IHDR') {
            [width, height] = [content.readUInt32BE(0), content.readUInt32BE(4)];
            channels = { 2: 3, 6: 4 }[content[9]];
            if (content[8] !== 8 || !channels || content[12] !== 0) throw new Error('a PNG of another kind');
        }
        if (type === 'IDAT') parts.push(content);
        at += 12 + length;
    }
    const packed = inflateSync(Buffer.concat(parts));
    const stride = width * channels;
    const pixels = Buffer.alloc(stride * height);
    for (let y = 0; y < height; y++) {
        const filter = packed[y * (stride + 1)];
        for (let i = 0; i < stride; i++) {
            const left = i >= channels ? pixels[y * stride + i - channels] : 0;
            const up = y ? pixels[(y - 1) * stride + i] : 0;
            const corner = y && i >= channels ? pixels[(y - 1) * stride + i - channels] : 0;
            const guess = [0, left, up, (left + up) >> 1, paeth(left, up, corner)][filter];
            pixels[y * stride + i] = packed[y * (stride + 1) + 1 + i] + guess;
        }
    }
    return { width, height, at: (x, y) => [...pixels.subarray(y * stride + x * channels, y * stride + x * channels + 3)] };
}

/**
 * What is to be seen in a rectangle (the whole picture without one): `colours`, how many different ones; `main`, the share
 * of the most frequent one; `spread`, the standard deviation of the brightness, 0 to 127.
 */
export function look(picture, { x = 0, y = 0, width = picture.width, height = picture.height } = {}) {
    const counts = new Map();
    let sum = 0;
    let squares = 0;
    let pixels = 0;
    for (let v = Math.round(y); v < Math.min(picture.height, Math.round(y + height)); v++) {
        for (let u = Math.round(x); u < Math.min(picture.width, Math.round(x + width)); u++) {
            const [r, g, b] = picture.at(u, v);
            const key = (r << 16) | (g << 8) | b;
            counts.set(key, (counts.get(key) ?? 0) + 1);
            const brightness = 0.299 * r + 0.587 * g + 0.114 * b;
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
