#version 300 es
// A box with round corners and a pattern, so that colour is never the only cue. Patterns are cut out of the colour
// towards u_ink. Every period divides 24 CSS pixels (see pattern_period in view/quad_painter.hpp).
precision highp float;

flat in vec4 v_colour;
flat in vec2 v_half;
flat in float v_radius;
flat in int v_pattern;
in vec2 v_from_centre;
in vec2 v_in_pattern;

uniform float u_scale;
uniform vec4 u_ink; // rgb, and in a how much of it

out vec4 fragment;

// 1 on lines `thick` CSS pixels thick that repeat every `period`, smooth over one framebuffer pixel.
float stripes(float at, float period, float thick, float steepness) {
    float away = abs(mod(at + period * 0.5, period) - period * 0.5) / steepness;
    return clamp((thick * 0.5 - away) * u_scale + 0.5, 0.0, 1.0);
}

// The numbers are those of view::Pattern.
float ink(vec2 p) {
    const float diagonal = 1.41421356;
    if (v_pattern == 1) return stripes(p.x + p.y, 6.0, 1.3, diagonal);
    if (v_pattern == 2) return stripes(p.x - p.y, 6.0, 1.3, diagonal);
    if (v_pattern == 3) {
        vec2 away = mod(p, 6.0) - 3.0;
        return clamp((1.2 - length(away)) * u_scale + 0.5, 0.0, 1.0);
    }
    if (v_pattern == 4) return stripes(p.y - 2.0, 4.0, 1.0, 1.0);
    if (v_pattern == 5) return stripes(p.x - 2.0, 4.0, 1.0, 1.0);
    if (v_pattern == 6) return max(stripes(p.x + p.y, 8.0, 1.1, diagonal), stripes(p.x - p.y, 8.0, 1.1, diagonal));
    if (v_pattern == 7) return mod(floor(p.x / 4.0) + floor(p.y / 4.0), 2.0) * 0.75;
    if (v_pattern == 8) return max(stripes(p.x - 3.0, 6.0, 1.0, 1.0), stripes(p.y - 3.0, 6.0, 1.0, 1.0));
    if (v_pattern == 9) return stripes(p.x + p.y, 12.0, 1.3, diagonal);
    if (v_pattern == 10) {
        vec2 away = mod(p, 12.0) - 6.0;
        return clamp((2.2 - length(away)) * u_scale + 0.5, 0.0, 1.0);
    }
    if (v_pattern == 11) return stripes(p.x - 6.0, 12.0, 1.3, 1.0);
    if (v_pattern == 12) return stripes(p.y - abs(mod(p.x, 8.0) - 4.0), 6.0, 1.3, diagonal); // zigzag
    return 0.0;
}

void main() {
    vec2 beyond = abs(v_from_centre) - v_half + v_radius;
    float outside = length(max(beyond, 0.0)) + min(max(beyond.x, beyond.y), 0.0) - v_radius;
    float coverage = v_radius > 0.0 ? clamp(0.5 - outside, 0.0, 1.0) : 1.0;
    vec3 colour = mix(v_colour.rgb, u_ink.rgb, ink(v_in_pattern) * u_ink.a);
    fragment = vec4(colour, v_colour.a * coverage);
}
