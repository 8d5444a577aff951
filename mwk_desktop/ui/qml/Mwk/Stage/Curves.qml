pragma Singleton

import QtQuick

// The curves of everything that is a function of beats.
QtObject {
    function clamp(x: real): real {
        return Math.max(0, Math.min(1, x));
    }
    function inCubic(x: real): real {
        const t = clamp(x);
        return t * t * t;
    }
    function inOutCubic(x: real): real {
        const t = clamp(x);
        return t < 0.5 ? 4 * t * t * t : 1 - Math.pow(2 - 2 * t, 3) / 2;
    }
    function mix(from: real, to: real, share: real): real {
        return from + (to - from) * share;
    }
    function outBack(x: real): real {
        const t = clamp(x) - 1;
        return 1 + 2.70158 * t * t * t + 1.70158 * t * t;
    }
    function outCubic(x: real): real {
        const t = 1 - clamp(x);
        return 1 - t * t * t;
    }
    function outQuad(x: real): real {
        const t = 1 - clamp(x);
        return 1 - t * t;
    }
    // A colour between the ground and another one.
    function shade(ground: color, hue: color, share: real): color {
        return Qt.rgba(mix(ground.r, hue.r, share), mix(ground.g, hue.g, share), mix(ground.b, hue.b, share), 1);
    }
}
