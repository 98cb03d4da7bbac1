#version 300 es
// One instance is one box of a timeline: four corners made from gl_VertexID, drawn as a triangle strip.
precision highp float;

layout(location = 0) in vec4 box;    // x0 y0 x1 y1 in CSS pixels, from u_origin
layout(location = 1) in vec4 colour; // rgba, 0 to 1
layout(location = 2) in vec2 kind;   // pattern number, corner radius in CSS pixels

uniform vec4 u_display;  // what the framebuffer shows: x y width height in CSS pixels
uniform vec2 u_origin;   // CSS pixels
uniform float u_scale;   // framebuffer pixels in a CSS pixel
uniform float u_pattern; // where patterns begin, so that they move with the boxes; CSS pixels from u_origin

flat out vec4 v_colour;
flat out vec2 v_half;
flat out float v_radius;
flat out int v_pattern;
out vec2 v_from_centre;
out vec2 v_in_pattern;

void main() {
    // Edges stand on whole framebuffer pixels, and the thinnest box is one of them wide: a hairline does not flicker
    // or fade while the reader zooms.
    vec2 low = round((u_origin + box.xy - u_display.xy) * u_scale);
    vec2 high = max(round((u_origin + box.zw - u_display.xy) * u_scale), low + 1.0);
    vec2 corner = vec2(gl_VertexID & 1, gl_VertexID >> 1);
    vec2 at = mix(low, high, corner);

    v_colour = colour;
    v_pattern = int(kind.x + 0.5);
    v_half = (high - low) * 0.5;
    v_radius = min(kind.y * u_scale, min(v_half.x, v_half.y));
    v_from_centre = at - (low + high) * 0.5;
    v_in_pattern = vec2(at.x / u_scale + u_display.x - u_origin.x - u_pattern, (at.y - low.y) / u_scale);

    vec2 clip = at / (u_display.zw * u_scale) * 2.0 - 1.0;
    gl_Position = vec4(clip.x, -clip.y, 0.0, 1.0);
}
