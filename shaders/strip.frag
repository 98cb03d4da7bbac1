#version 300 es
// An array as columns: height and colour say the value.
precision highp float;
precision highp sampler2D;

in vec2 v_at;

uniform sampler2D u_values; // value i at texel (i % 1024, i / 1024), 0 to 1
uniform int u_count;
uniform vec2 u_size;        // of the rectangle, in framebuffer pixels
uniform vec3 u_colours[3];  // of 0, 0.5 and 1: blue, grey, orange stay apart for the colour-blind, and by lightness

out vec4 fragment;

const int columns_of_texture = 1024;
const int samples = 4; // across one pixel, for arrays longer than the strip is wide

float value_at(float along) {
    int i = clamp(int(along * float(u_count)), 0, u_count - 1);
    return texelFetch(u_values, ivec2(i % columns_of_texture, i / columns_of_texture), 0).r;
}

vec3 ramp(float value) {
    return value < 0.5 ? mix(u_colours[0], u_colours[1], value * 2.0) : mix(u_colours[1], u_colours[2], value * 2.0 - 1.0);
}

void main() {
    vec4 sum = vec4(0.0);
    for (int i = 0; i < samples; ++i) {
        float along = v_at.x + (float(i) - float(samples - 1) * 0.5) / float(samples) / u_size.x;
        along = clamp(along, 0.0, 0.999999);
        float value = value_at(along);
        // At least one pixel high, so that a zero is still a value.
        float coverage = clamp(max(value * u_size.y, 1.0) - v_at.y * u_size.y + 0.5, 0.0, 1.0);
        sum += vec4(ramp(value) * coverage, coverage);
    }
    // Wide columns stand apart by one pixel.
    float column = u_size.x / float(u_count);
    float in_column = mod(v_at.x * u_size.x, column);
    float gap = column >= 5.0 && in_column > column - 1.0 ? 0.0 : 1.0;
    fragment = vec4(sum.rgb / max(sum.a, 1e-4), sum.a / float(samples) * gap);
}
