#version 300 es
// An array as columns: height and colour say the value. Two pictures of it, blended by u_mix.
precision highp float;
precision highp sampler2D;

in vec2 v_at;

uniform sampler2D u_values;  // value i of a picture at texel (i % 1024, first row + i / 1024), 0 to 1
uniform ivec2 u_counts;      // values in picture a and in picture b
uniform ivec2 u_first_rows;  // where each picture begins
uniform float u_mix;         // 0 shows picture a, 1 picture b
uniform vec2 u_size;         // of the rectangle, in framebuffer pixels
uniform vec3 u_colours[3];   // of 0, 0.5 and 1: blue, grey, orange stay apart for the colour-blind, and by lightness

out vec4 fragment;

const int columns_of_texture = 1024;
const int samples = 4; // across one pixel, for arrays longer than the strip is wide

float value_of(int picture, float along) {
    int i = clamp(int(along * float(u_counts[picture])), 0, u_counts[picture] - 1);
    return texelFetch(u_values, ivec2(i % columns_of_texture, u_first_rows[picture] + i / columns_of_texture), 0).r;
}

vec3 ramp(float value) {
    return value < 0.5 ? mix(u_colours[0], u_colours[1], value * 2.0) : mix(u_colours[1], u_colours[2], value * 2.0 - 1.0);
}

void main() {
    vec4 sum = vec4(0.0);
    for (int i = 0; i < samples; ++i) {
        float along = v_at.x + (float(i) - float(samples - 1) * 0.5) / float(samples) / u_size.x;
        along = clamp(along, 0.0, 0.999999);
        float value = mix(value_of(0, along), value_of(1, along), u_mix);
        // At least one pixel high, so that a zero is still a value.
        float coverage = clamp(max(value * u_size.y, 1.0) - v_at.y * u_size.y + 0.5, 0.0, 1.0);
        sum += vec4(ramp(value) * coverage, coverage);
    }
    // Wide columns stand apart by one pixel.
    float column = u_size.x / float(max(u_counts[0], u_counts[1]));
    float in_column = mod(v_at.x * u_size.x, column);
    float gap = column >= 5.0 && in_column > column - 1.0 ? 0.0 : 1.0;
    fragment = vec4(sum.rgb / max(sum.a, 1e-4), sum.a / float(samples) * gap);
}
