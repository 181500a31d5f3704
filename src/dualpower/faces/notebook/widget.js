// node_modules/svelte/src/internal/shared/utils.js
var e = Array.isArray, t = Array.prototype.indexOf, n = Array.prototype.includes, r = Array.from, i = Object.defineProperty, a = Object.getOwnPropertyDescriptor, o = Object.getOwnPropertyDescriptors, s = Object.prototype, c = Array.prototype, l = Object.getPrototypeOf, u = Object.isExtensible, d = () => {};
function f(e) {
	for (var t = 0; t < e.length; t++) e[t]();
}
function p() {
	var e, t;
	return {
		promise: new Promise((n, r) => {
			e = n, t = r;
		}),
		resolve: e,
		reject: t
	};
}
function m(e, t) {
	if (Array.isArray(e)) return e;
	if (t === void 0 || !(Symbol.iterator in e)) return Array.from(e);
	let n = [];
	for (let r of e) if (n.push(r), n.length === t) break;
	return n;
}
var h = 1024, g = 2048, _ = 4096, v = 8192, y = 16384, b = 32768, x = 1 << 25, S = 65536, C = 1 << 19, w = 1 << 20, ee = 1 << 25, te = 1 << 21, ne = 1 << 22, T = 1 << 23, E = Symbol("$state"), re = Symbol("component"), ie = Symbol("legacy props"), ae = Symbol(""), oe = Symbol("attributes"), se = Symbol("class"), ce = Symbol("style"), le = Symbol("text"), ue = Symbol("form reset"), de = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), fe = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), pe = {}, D = Symbol("uninitialized"), me = "http://www.w3.org/1999/xhtml";
function he() {
	console.warn("svelte: derived_inert");
}
function ge() {
	console.warn("svelte: select_multiple_invalid_value");
}
function _e() {
	console.warn("svelte: svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function ve(e) {
	return e === this.v;
}
function ye(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function be(e) {
	return !ye(e, this.v);
}
function xe(e) {
	throw Error("svelte: lifecycle_outside_component");
}
// node_modules/svelte/src/internal/client/errors.js
function Se() {
	throw Error("svelte: async_derived_orphan");
}
function Ce(e, t, n) {
	throw Error("svelte: each_key_duplicate");
}
function we(e) {
	throw Error("svelte: effect_in_teardown");
}
function Te() {
	throw Error("svelte: effect_in_unowned_derived");
}
function Ee(e) {
	throw Error("svelte: effect_orphan");
}
function De() {
	throw Error("svelte: effect_update_depth_exceeded");
}
function Oe(e) {
	throw Error("svelte: props_invalid_value");
}
function ke() {
	throw Error("svelte: state_descriptors_fixed");
}
function Ae() {
	throw Error("svelte: state_prototype_fixed");
}
function je() {
	throw Error("svelte: state_unsafe_mutation");
}
function Me() {
	throw Error("svelte: svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var O = null;
function Ne(e) {
	O = e;
}
function k(e, t = !1, n) {
	O = {
		p: O,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: H,
		l: null
	};
}
function A(e) {
	var t = O, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) rn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, O = t.p, Pe(e);
}
function Pe(e = {}) {
	return i(e, re, { value: !0 }), e;
}
function Fe() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var Ie = [];
function Le() {
	var e = Ie;
	Ie = [], f(e);
}
function Re(e) {
	if (Ie.length === 0 && !ut) {
		var t = Ie;
		queueMicrotask(() => {
			t === Ie && Le();
		});
	}
	Ie.push(e);
}
function ze() {
	for (; Ie.length > 0;) Le();
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Be = ~(g | _ | h);
function j(e, t) {
	e.f = e.f & Be | t;
}
function Ve(e) {
	e.f & 512 || e.deps === null ? j(e, h) : j(e, _);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function He(e, t) {
	e.f & 2048 ? t.set(e, g) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, _), j(e, h);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var Ue = !1;
function We() {
	Ue || (Ue = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[ue]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function Ge(e) {
	var t = V, n = H;
	En(null), Dn(null);
	try {
		return e();
	} finally {
		En(t), Dn(n);
	}
}
function Ke(e, t, n, r = n) {
	e.addEventListener(t, () => Ge(n));
	let i = e[ue];
	e[ue] = i ? () => {
		i(), r(!0);
	} : () => r(!0), We();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function qe(e, t, n, r) {
	let i = Fe() ? Ze : et;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = H, c = Je(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				Xt(e, s);
			}
			Ye();
		}
	}
	var d = Xe();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ $e(e))).then(u).catch((e) => Xt(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), Ye());
	}) : f();
}
function Je() {
	var e = H, t = V, n = O, r = N;
	return function(i = !0) {
		Dn(e), En(t), Ne(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function Ye(e = !0) {
	Dn(null), En(null), Ne(null), e && N?.deactivate();
}
function Xe() {
	var e = H, t = e.b, n = N, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function Ze(e) {
	var t = 2 | g;
	return H !== null && (H.f |= C), {
		ctx: O,
		deps: null,
		effects: null,
		equals: ve,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: D,
		wv: 0,
		parent: H,
		ac: null
	};
}
var Qe = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function $e(e, t, n) {
	let r = H;
	r === null && Se();
	var i = void 0, a = Dt(D), o = !V, s = /* @__PURE__ */ new Set();
	return sn(() => {
		var t = H, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== de && n.reject(e);
			}).finally(Ye);
		} catch (e) {
			n.reject(e), Ye();
		}
		var c = N;
		if (o) {
			if (t.f & 32768) var l = Xe();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(Qe);
			else for (let e of s.values()) e.reject(Qe);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== Qe && (c.activate(), t ? (a.f |= T, jt(a, t)) : (a.f & 8388608 && (a.f ^= T), jt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), tn(() => {
		for (let e of s) e.reject(Qe);
	}), new Promise((e) => {
		function t(n) {
			function r() {
				n === i ? e(a) : t(i);
			}
			n.then(r, r);
		}
		t(i);
	});
}
/*#__NO_SIDE_EFFECTS__*/
function M(e) {
	let t = /* @__PURE__ */ Ze(e);
	return kn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function et(e) {
	let t = /* @__PURE__ */ Ze(e);
	return t.equals = be, t;
}
function tt(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) mn(t[n]);
	}
}
function nt(e) {
	var t, n = H, r = e.parent;
	if (!Cn && r !== null && e.v !== D && r.f & 24576) return he(), e.v;
	Dn(r);
	try {
		tt(e), t = Vn(e);
	} finally {
		Dn(n);
	}
	return t;
}
function rt(e) {
	var t = nt(e);
	!e.equals(t) && (e.wv = Rn(), (!N?.is_fork || e.deps === null) && (N === null ? e.v = t : (N.capture(e, t, !0), st?.capture(e, t, !0)), e.deps === null)) ? j(e, h) : Cn || (ct === null ? Ve(e) : (en() || N?.is_fork) && ct.set(e, t));
}
function it(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && Ge(() => {
		t.ac.abort(de), t.ac = null;
	}), t.fn !== null && (t.teardown = d), Wn(t, 0), fn(t));
}
function at(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && Gn(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var ot = null, N = null, st = null, ct = null, lt = null, ut = !1, dt = !1, ft = null, pt = null, mt = 0, ht = 1, gt = class e {
	id = ht++;
	started = !1;
	linked = !0;
	prev = null;
	next = null;
	async_deriveds = /* @__PURE__ */ new Map();
	current = /* @__PURE__ */ new Map();
	previous = /* @__PURE__ */ new Map();
	#e = /* @__PURE__ */ new Set();
	#t = /* @__PURE__ */ new Set();
	#n = 0;
	#r = /* @__PURE__ */ new Map();
	#i = null;
	#a = [];
	#o = [];
	#s = /* @__PURE__ */ new Map();
	#c = /* @__PURE__ */ new Map();
	#l = /* @__PURE__ */ new Set();
	is_fork = !1;
	#u = !1;
	constructor() {
		ot === null ? ot = this : (ot.next = this, this.prev = ot), ot = this;
	}
	#d() {
		if (this.is_fork) return !0;
		for (let e of this.#r.keys()) if (!this.#f(e)) return !0;
		return !1;
	}
	#f(e) {
		for (var t = e; t !== null; t = t.parent) if (this.#c.has(t)) return !0;
		return !1;
	}
	skip_effect(e) {
		this.#c.has(e) || this.#c.set(e, {
			d: [],
			m: []
		}), this.#l.delete(e);
	}
	unskip_effect(e, t = (e) => this.schedule(e)) {
		var n = this.#c.get(e);
		if (n) {
			this.#c.delete(e);
			for (var r of n.d) j(r, g), t(r);
			for (r of n.m) j(r, _), t(r);
		}
		this.#l.add(e);
	}
	#p() {
		var e = [];
		for (let i of this.#a) if (!(i.f & 16384 || !(i.f & 6144))) {
			for (var t = i, n = !1; t.parent !== null;) {
				t = t.parent;
				var r = t.f;
				if (r & 96) {
					if (!(r & 1024)) {
						n = !0;
						break;
					}
					t.f ^= h;
				}
			}
			n || e.push(t);
		}
		return this.#a = [], e;
	}
	#m() {
		this.started = !0;
		for (let [e, t] of this.#s) j(e, t), this.schedule(e);
		this.apply();
		for (var t = ft = [], n = [], r = pt = []; this.#a.length > 0;) {
			mt++ > 1e3 && (this.#b(), vt());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Ct(e), this.#d() || this.discard(), t;
			}
		}
		if (N = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (ft = null, pt = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) St(e, t);
			r.length > 0 && N.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), st = this, bt(n), bt(t), st = null, this.#i?.resolve();
			var o = N;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Tt.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= h;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= h : i & 4 ? t.push(r) : zn(r) && (i & 16 && this.add_dirty_reaction(r, _), Gn(r));
				var o = r.first;
				if (o !== null) {
					r = o;
					continue;
				}
			}
			for (; r !== null;) {
				var s = r.next;
				if (s !== null) {
					r = s;
					break;
				}
				r = r.parent;
			}
		}
	}
	#g() {
		for (var e = this.prev; e !== null; e = e.prev) if (!e.is_fork && this.#_(e)) return e;
		return null;
	}
	#_(e) {
		for (let [t, [, n]] of this.current) if (!n && e.current.has(t)) return !0;
		return !1;
	}
	#v(e) {
		for (let [t, n] of e.current) !this.previous.has(t) && e.previous.has(t) && this.previous.set(t, e.previous.get(t)), this.current.set(t, n);
		for (let [t, n] of e.async_deriveds) {
			let e = this.async_deriveds.get(t);
			e && n.promise.then(e.resolve).catch(e.reject);
		}
		e.async_deriveds.clear(), this.transfer_reactions(e.#s);
		let t = (e) => {
			var n = e.reactions;
			if (n !== null && !(e.f & 2 && !(e.f & 6144))) for (let e of n) {
				var r = e.f;
				if (r & 2) t(e);
				else {
					var i = e;
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), j(i, g), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), N = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) He(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== D && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), ct?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		N = this;
	}
	deactivate() {
		N = null, ct = null;
	}
	flush() {
		try {
			dt = !0, N = this, this.#m();
		} finally {
			mt = 0, lt = null, ft = null, pt = null, dt = !1, N = null, ct = null, Tt.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(Qe);
		this.#b(), this.#i?.resolve();
	}
	register_created_effect(e) {
		this.#o.push(e);
	}
	increment(e, t) {
		if (this.#n += 1, e) {
			let e = this.#r.get(t) ?? 0;
			this.#r.set(t, e + 1);
		}
	}
	decrement(e, t) {
		if (--this.#n, e) {
			let e = this.#r.get(t) ?? 0;
			e === 1 ? this.#r.delete(t) : this.#r.set(t, e - 1);
		}
		this.#u || (this.#u = !0, Re(() => {
			this.#u = !1, this.linked && this.flush();
		}));
	}
	transfer_reactions(e) {
		for (let [t, n] of e) this.add_dirty_reaction(t, n);
		e.clear();
	}
	add_dirty_reaction(e, t) {
		(t === 2048 || this.#s.get(e) !== 2048) && this.#s.set(e, t);
	}
	oncommit(e) {
		this.#e.add(e);
	}
	ondiscard(e) {
		this.#t.add(e);
	}
	settled() {
		return (this.#i ??= p()).promise;
	}
	static ensure() {
		if (N === null) {
			let t = N = new e();
			!dt && !ut && Re(() => {
				t.started || t.flush();
			});
		}
		return N;
	}
	apply() {
		ct = null;
	}
	schedule(e) {
		lt = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? ot = e : t.prev = e, this.linked = !1;
		}
	}
};
function _t(e) {
	var t = ut, n = st;
	st = null, ut = !0;
	try {
		var r;
		for (e && (_t(), r = e());;) {
			if (ze(), N === null) return r;
			N.flush();
		}
	} finally {
		ut = t, st = n;
	}
}
function vt() {
	try {
		De();
	} catch (e) {
		Xt(e, lt);
	}
}
var yt = null;
function bt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && zn(r) && (yt = /* @__PURE__ */ new Set(), Gn(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && gn(r), yt?.size > 0)) {
				Tt.clear();
				for (let e of yt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) yt.has(n) && (yt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || Gn(n);
					}
				}
				yt.clear();
			}
		}
		yt = null;
	}
}
function xt(e) {
	N.schedule(e);
}
function St(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), j(e, h);
		for (var n = e.first; n !== null;) St(n, t), n = n.next;
	}
}
function Ct(e) {
	j(e, h);
	for (var t = e.first; t !== null;) Ct(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var wt = /* @__PURE__ */ new Set(), Tt = /* @__PURE__ */ new Map(), Et = !1;
function Dt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: ve,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function P(e, t) {
	let n = Dt(e, t);
	return kn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Ot(e, t = !1, n = !0) {
	let r = Dt(e);
	return t || (r.equals = be), r;
}
function F(e, t, n = !1) {
	return V !== null && (!Tn || V.f & 131072) && Fe() && V.f & 4325394 && (On === null || !On.has(e)) && je(), jt(e, n ? Ft(t) : t, pt);
}
var kt = null, At = 0;
function jt(e, t, n = null) {
	if (!e.equals(t)) {
		Cn ? Tt.set(e, t) : Tt.has(e) || Tt.set(e, e.v);
		var r = gt.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && nt(t), ct === null && Ve(t);
		}
		e.wv = Rn(), kt = null, At = 0, Pt(e, g, n), kt = null, Fe() && H !== null && H.f & 1024 && !(H.f & 96) && (Mn === null ? Nn([e]) : Mn.push(e)), !r.is_fork && wt.size > 0 && !Et && Mt();
	}
	return t;
}
function Mt() {
	Et = !1;
	for (let e of wt) {
		e.f & 1024 && j(e, _);
		let t;
		try {
			t = zn(e);
		} catch {
			t = !0;
		}
		t && Gn(e);
	}
	wt.clear();
}
function Nt(e) {
	F(e, e.v + 1);
}
function Pt(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = Fe(), a = r.length;
		if (At += a, At > 1e5 && kt === null && (kt = /* @__PURE__ */ new Set()), kt !== null) {
			if (kt.has(e)) return;
			kt.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== H) {
				var l = (c & g) === 0;
				if (l && j(s, t), c & 131072) wt.add(s);
				else if (c & 2) {
					var u = s;
					ct?.delete(u), Pt(u, _, n);
				} else if (l) {
					var d = s;
					c & 16 && yt !== null && yt.add(d), n === null ? xt(d) : n.push(d);
				}
			}
		}
	}
}
function Ft(t) {
	if (typeof t != "object" || !t || E in t || re in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ P(0), u = null, d = In, f = (e) => {
		if (In === d) return e();
		var t = V, n = In;
		En(null), Ln(d);
		var r = e();
		return En(t), Ln(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ P(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || ke();
			var i = r.get(t);
			return i === void 0 ? f(() => {
				var e = /* @__PURE__ */ P(n.value, u);
				return r.set(t, e), e;
			}) : F(i, n.value, !0), !0;
		},
		deleteProperty(e, t) {
			var n = r.get(t);
			if (n === void 0) {
				if (t in e) {
					let e = f(() => /* @__PURE__ */ P(D, u));
					r.set(t, e), Nt(o);
				}
			} else F(n, D), Nt(o);
			return !0;
		},
		get(e, n, i) {
			if (n === E) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ P(Ft(s ? e[n] : D), u)), r.set(n, o)), o !== void 0) {
				var c = U(o);
				return c === D ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = U(i);
				if (a === D) return;
				if (n && "value" in n) n.value = a;
				else return {
					enumerable: !0,
					configurable: !0,
					value: a,
					writable: !0
				};
			}
			return n;
		},
		has(e, t) {
			if (t === E) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== D || Reflect.has(e, t);
			return (n !== void 0 || (H !== null || V !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ P(i ? Ft(e[t]) : D, u)), r.set(t, n)), U(n) === D) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ P(D, u)), r.set(d + "", p)) : F(p, D);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ P(void 0, u)), F(c, Ft(n)), r.set(t, c));
			else {
				l = c.v !== D;
				var m = f(() => Ft(n));
				F(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && F(g, _ + 1);
				}
				Nt(o);
			}
			return !0;
		},
		ownKeys(e) {
			U(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== D;
			});
			for (var [n, i] of r) i.v !== D && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			Ae();
		}
	});
}
function It(e) {
	try {
		if (typeof e == "object" && e && E in e) return e[E];
	} catch {}
	return e;
}
function Lt(e, t) {
	return Object.is(It(e), It(t));
}
var Rt, zt, Bt, Vt;
function Ht() {
	if (Rt === void 0) {
		Rt = window, zt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Bt = a(t, "firstChild").get, Vt = a(t, "nextSibling").get, u(e) && (e[se] = void 0, e[oe] = null, e[ce] = void 0, e.__e = void 0), u(n) && (n[le] = void 0);
	}
}
function Ut(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Wt(e) {
	return Bt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function Gt(e) {
	return Vt.call(e);
}
function I(e, t) {
	return /* @__PURE__ */ Wt(e);
}
function L(e, t = !1) {
	var n = /* @__PURE__ */ Wt(e);
	return n instanceof Comment && n.data === "" ? /* @__PURE__ */ Gt(n) : n;
}
function R(e, t = !1) {
	return /* @__PURE__ */ Wt(e);
}
function z(e, t = 1, n = !1) {
	let r = e;
	for (; t--;) r = /* @__PURE__ */ Gt(r);
	return r;
}
function Kt(e) {
	e.textContent = "";
}
function qt() {
	return !1;
}
function Jt(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function Yt(e) {
	var t = H;
	if (t === null) return V.f |= T, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	Xt(e, t);
}
function Xt(e, t) {
	if (e === pe) throw e;
	if (!(t !== null && t.f & 16384)) {
		for (; t !== null;) {
			if (t.f & 128 && !(t.f & 33570816)) {
				if (!(t.f & 32768)) throw e;
				try {
					t.b.error(e);
					return;
				} catch (t) {
					e = t;
				}
			}
			t = t.parent;
		}
		throw e;
	}
}
// node_modules/svelte/src/internal/client/reactivity/effects.js
function Zt(e) {
	H === null && (V === null && Ee(e), Te()), Cn && we(e);
}
function Qt(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function $t(e, t) {
	var n = H;
	n !== null && n.f & 8192 && (e |= v);
	var r = {
		ctx: O,
		deps: null,
		nodes: null,
		f: e | g | 512,
		first: null,
		fn: t,
		last: null,
		next: null,
		parent: n,
		b: n && n.b,
		prev: null,
		teardown: null,
		wv: 0,
		ac: null
	};
	N?.register_created_effect(r);
	var i = r;
	if (e & 4) ft === null ? gt.ensure().schedule(r) : ft.push(r);
	else if (t !== null) {
		try {
			Gn(r);
		} catch (e) {
			throw mn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= S));
	}
	if (i !== null && (i.parent = n, n !== null && Qt(i, n), V !== null && V.f & 2 && !(e & 64))) {
		var a = V;
		(a.effects ??= []).push(i);
	}
	return r;
}
function en() {
	return V !== null && !Tn;
}
function tn(e) {
	let t = $t(8, null);
	return j(t, h), t.teardown = e, t;
}
function nn(e) {
	Zt("$effect");
	var t = H.f;
	if (!V && t & 32 && O !== null && !O.i) {
		var n = O;
		(n.e ??= []).push(e);
	} else return rn(e);
}
function rn(e) {
	return $t(4 | w, e);
}
function an(e) {
	gt.ensure();
	let t = $t(64 | C, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? _n(t, () => {
			mn(t), n(void 0);
		}) : (mn(t), n(void 0));
	});
}
function on(e) {
	return $t(4, e);
}
function sn(e) {
	return $t(ne | C, e);
}
function cn(e, t = 0) {
	return $t(8 | t, e);
}
function B(e, t = [], n = [], r = []) {
	qe(r, t, n, (t) => {
		$t(8, () => {
			e(...t.map(U));
		});
	});
}
function ln(e, t = 0) {
	return $t(16 | t, e);
}
function un(e) {
	return $t(32 | C, e);
}
function dn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = Cn, r = V;
		wn(!0), En(null);
		try {
			t.call(null);
		} catch (t) {
			Xt(t, e.parent);
		} finally {
			wn(n), En(r);
		}
	}
}
function fn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && Ge(() => {
			e.abort(de);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : mn(n, t), n = r;
	}
}
function pn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || mn(t), t = n;
	}
}
function mn(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (hn(e.nodes.start, e.nodes.end), n = !0), e.f |= x, fn(e, t && !n), Wn(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	dn(e), e.f ^= x, e.f |= y;
	var i = e.parent;
	i !== null && i.first !== null && gn(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function hn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ Gt(e);
		e.remove(), e = n;
	}
}
function gn(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function _n(e, t, n = !0) {
	var r = [];
	e.f |= 256, vn(e, r, !0);
	var i = () => {
		n && mn(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function vn(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= v;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				vn(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function yn(e) {
	e.f &= -257, bn(e, !0);
}
function bn(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= v, e.f & 1024 || (j(e, g), gt.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			bn(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function xn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ Gt(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Sn = null, Cn = !1;
function wn(e) {
	Cn = e;
}
var V = null, Tn = !1;
function En(e) {
	V = e;
}
var H = null;
function Dn(e) {
	H = e;
}
var On = null;
function kn(e) {
	V !== null && (V.f & 2097152 || V.f & 2) && (On ??= /* @__PURE__ */ new Set()).add(e);
}
var An = null, jn = 0, Mn = null;
function Nn(e) {
	Mn = e;
}
var Pn = 1, Fn = 0, In = Fn;
function Ln(e) {
	In = e;
}
function Rn() {
	return ++Pn;
}
function zn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (zn(a) && rt(a), a.wv > e.wv) return !0;
		}
		t & 512 && ct === null && j(e, h);
	}
	return !1;
}
function Bn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(On !== null && On.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Bn(a, t, !1) : t === a && (n ? j(a, g) : a.f & 1024 && j(a, _), xt(a));
	}
}
function Vn(e) {
	var t = An, n = jn, r = Mn, i = V, a = On, o = O, s = Tn, c = In, l = e.f;
	An = null, jn = 0, Mn = null, V = l & 96 ? null : e, On = null, Ne(e.ctx), Tn = !1, In = ++Fn, e.ac !== null && (Ge(() => {
		e.ac.abort(de);
	}), e.ac = null);
	try {
		e.f |= te;
		var u = e.fn, d = u();
		e.f |= b;
		var f = Hn(e);
		if (Fe() && Mn !== null && !Tn && f !== null && !(e.f & 6146)) for (var p = 0; p < Mn.length; p++) Bn(Mn[p], e);
		if (i !== null && i !== e) {
			if (Fn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Fn;
			if (t !== null) for (let e of t) e.rv = Fn;
			Mn !== null && (r === null ? r = Mn : r.push(...Mn));
		}
		return e.f & 8388608 && (e.f ^= T), d;
	} catch (t) {
		return Hn(e), Yt(t);
	} finally {
		e.f ^= te, An = t, jn = n, Mn = r, V = i, On = a, Ne(o), Tn = s, In = c;
	}
}
function Hn(e) {
	var t = e.deps, n = N?.is_fork;
	if (An !== null) {
		var r;
		if (n || Wn(e, jn), t !== null && jn > 0) for (t.length = jn + An.length, r = 0; r < An.length; r++) t[jn + r] = An[r];
		else e.deps = t = An;
		if (en() && e.f & 512) for (r = jn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && jn < t.length && (Wn(e, jn), t.length = jn);
	return t;
}
function Un(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (An === null || !n.call(An, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== D && Ve(s), s.ac !== null && Ge(() => {
			s.ac.abort(de), s.ac = null, j(s, g);
		}), it(s), Wn(s, 0);
	}
}
function Wn(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) Un(e, n[r]);
}
function Gn(e) {
	var t = e.f;
	if (!(t & 16384)) {
		j(e, h);
		var n = H;
		H = e;
		try {
			t & 16777232 ? pn(e) : fn(e), dn(e);
			var r = Vn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Pn;
		} finally {
			H = n;
		}
	}
}
async function Kn() {
	await Promise.resolve(), _t();
}
function U(e) {
	var t = !!(e.f & 2);
	if (Sn?.add(e), V !== null && !Tn && !(H !== null && H.f & 16384) && (On === null || !On.has(e))) {
		var r = V.deps;
		if (V.f & 2097152) e.rv < Fn && (e.rv = Fn, An === null && r !== null && r[jn] === e ? jn++ : An === null ? An = [e] : An.push(e));
		else {
			V.deps ??= [], n.call(V.deps, e) || V.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [V] : n.call(i, V) || i.push(V);
		}
	}
	if (Cn && Tt.has(e)) return Tt.get(e);
	if (t) {
		var a = e;
		if (Cn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || Jn(a)) && (o = nt(a)), Tt.set(a, o), o;
		}
		var s = !(a.f & 512) && !Tn && V !== null && !!(V.f & 512), c = (a.f & b) === 0;
		zn(a) && (s && (a.f |= 512), rt(a)), s && !c && (at(a), qn(a));
	}
	if (ct?.has(e)) return ct.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function qn(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (at(r), qn(r));
	}
}
function Jn(e) {
	if (e.v === D) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Tt.has(t) || t.f & 2 && Jn(t)) return !0;
	return !1;
}
function W(e) {
	var t = Tn;
	try {
		return Tn = !0, e();
	} finally {
		Tn = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var Yn = ["touchstart", "touchmove"];
function Xn(e) {
	return Yn.includes(e);
}
// node_modules/svelte/src/internal/client/dom/elements/events.js
var Zn = Symbol("events"), Qn = /* @__PURE__ */ new Set(), $n = /* @__PURE__ */ new Set();
function er(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || ir.call(t, e), !e.cancelBubble) return Ge(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, Re(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function tr(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = er(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && tn(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function G(e, t, n) {
	(t[Zn] ??= {})[e] = n;
}
function K(e) {
	for (var t = 0; t < e.length; t++) Qn.add(e[t]);
	for (var n of $n) n(e);
}
var nr = null, rr = !1;
function ir(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	nr = e, rr || (rr = !0, setTimeout(() => {
		rr = !1, nr = null;
	}));
	var s = 0, c = nr === e && e[Zn];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[Zn] = t;
			return;
		}
		var u = a.indexOf(t);
		if (u === -1) return;
		l <= u && (s = l);
	}
	if (o = a[s] || e.target, o !== t) {
		i(e, "currentTarget", {
			configurable: !0,
			get() {
				return o || n;
			}
		});
		var d = V, f = H;
		En(null), Dn(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[Zn]?.[r];
					h == null || o.disabled && e.target !== o || h.call(o, e);
				} catch (e) {
					p ? m.push(e) : p = e;
				}
				if (e.cancelBubble) break;
				s++, o = s < a.length ? a[s] : null;
			}
			if (p) {
				for (let e of m) queueMicrotask(() => {
					throw e;
				});
				throw p;
			}
		} finally {
			e[Zn] = t, delete e.currentTarget, En(d), Dn(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var ar = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function or(e) {
	return ar?.createHTML(e) ?? e;
}
function sr(e) {
	var t = Jt("template");
	return t.innerHTML = or(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function cr(e, t) {
	var n = H;
	n.nodes === null && (n.nodes = {
		start: e,
		end: t,
		a: null,
		t: null
	});
}
/*#__NO_SIDE_EFFECTS__*/
function q(e, t) {
	var n = !!(t & 1), r = !!(t & 2), i, a = !e.startsWith("<!>");
	return () => {
		i === void 0 && (i = sr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ Wt(i)));
		var t = r || zt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ Wt(t), s = t.lastChild;
			cr(o, s);
		} else cr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function lr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (!o) {
			var e = /* @__PURE__ */ Wt(sr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ Wt(e);) o.appendChild(/* @__PURE__ */ Wt(e));
			else o = /* @__PURE__ */ Wt(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ Wt(t), r = t.lastChild;
			cr(n, r);
		} else cr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function ur(e, t) {
	return /* @__PURE__ */ lr(e, t, "svg");
}
function dr(e = "") {
	var t = Ut(e + "");
	return cr(t, t), t;
}
function fr() {
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Ut();
	return e.append(t, n), cr(t, n), e;
}
function J(e, t) {
	e !== null && e.before(t);
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function pr(e) {
	let t = 0, n = Dt(0), r;
	return () => {
		en() && (U(n), cn(() => (t === 0 && (r = W(() => e(() => Nt(n)))), t += 1, () => {
			Re(() => {
				--t, t === 0 && (r?.(), r = void 0, Nt(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var mr = S | C;
function hr(e, t, n, r) {
	new gr(e, t, n, r);
}
var gr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t;
	#n;
	#r;
	#i = null;
	#a = null;
	#o = null;
	#s = null;
	#c = 0;
	#l = 0;
	#u = !1;
	#d = /* @__PURE__ */ new Map();
	#f = null;
	#p = pr(() => (this.#f = Dt(this.#c), () => {
		this.#f = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#t = t, this.#n = (e) => {
			var t = H;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = H.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#r = ln(() => {
			this.#g();
		}, mr);
	}
	#m(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#h() || (t ? _e() : (t = !0, n && Me(), this.#o !== null && _n(this.#o, () => {
				this.#o = null;
			}), this.#v(() => {
				this.#g();
			})));
		};
		return {
			reset: r,
			invoke_onerror: () => {
				if (!this.#h()) try {
					n = !0, this.#t.onerror?.(e, r), n = !1;
				} catch (e) {
					Xt(e, this.#r && this.#r.parent);
				}
			}
		};
	}
	#h() {
		return (this.#r.f & (y | x)) !== 0;
	}
	#g() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#l = 0, this.#c = 0, this.#i = un(() => {
				this.#n(this.#e);
			}), this.#l > 0) {
				var e = this.#s = document.createDocumentFragment();
				xn(this.#i, e);
				let t = this.#t.pending;
				this.#a = un(() => t(this.#e));
			} else this.#_(N);
		} catch (e) {
			this.error(e);
		}
	}
	#_(e) {
		this.is_pending = !1, e.transfer_reactions(this.#d);
	}
	defer_effect(e) {
		He(e, this.#d);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#t.pending;
	}
	#v(e) {
		var t = H, n = V, r = O;
		Dn(this.#r), En(this.#r), Ne(this.#r.ctx);
		try {
			return gt.ensure(), e();
		} finally {
			Dn(t), En(n), Ne(r);
		}
	}
	#y(e, t) {
		this.has_pending_snippet() ? (this.#l += e, this.#l === 0 && (this.#_(t), this.#a && _n(this.#a, () => {
			this.#a = null;
		}), this.#s &&= (this.#e.before(this.#s), null))) : this.parent && this.parent.#y(e, t);
	}
	update_pending_count(e, t) {
		this.#y(e, t), this.#c += e, !this.#f || this.#u || (this.#u = !0, Re(() => {
			this.#u = !1, this.#f && jt(this.#f, this.#c);
		}));
	}
	get_effect_pending() {
		return this.#p(), U(this.#f);
	}
	error(e) {
		if (e === pe || !this.#t.onerror && !this.#t.failed) throw e;
		N?.is_fork ? (this.#i && N.skip_effect(this.#i), this.#a && N.skip_effect(this.#a), this.#o && N.skip_effect(this.#o), N.oncommit(() => {
			this.#h() || this.#b(e);
		})) : this.#b(e);
	}
	#b(e) {
		this.#i &&= (mn(this.#i), null), this.#a &&= (mn(this.#a), null), this.#o &&= (mn(this.#o), null);
		let t = this.#t.failed, n = (e) => {
			if (this.#h()) return;
			let { reset: n, invoke_onerror: r } = this.#m(e);
			r(), t && !this.#h() && (this.#o = this.#v(() => {
				try {
					return un(() => {
						var r = H;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return Xt(e, this.#r.parent), null;
				}
			}));
		};
		Re(() => {
			if (!this.#h()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					Xt(e, this.#r && this.#r.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => Xt(e, this.#r && this.#r.parent)) : n(t);
			}
		});
	}
};
function Y(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[le] ??= e.nodeValue) && (e[le] = n, e.nodeValue = `${n}`);
}
function _r(e, t) {
	return yr(e, t);
}
var vr = /* @__PURE__ */ new Map();
function yr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Ht();
	var l = void 0, u = an(() => {
		var s = n ?? t.appendChild(Ut());
		hr(s, { pending: () => {} }, (t) => {
			k({});
			var n = O;
			o && (n.c = o), a && (i.$$events = a), l = e(t, i) || Pe(), A();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = Xn(r);
					for (let e of [t, document]) {
						var a = vr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), vr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, ir, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(Qn)), $n.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = vr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, ir), r.delete(e), r.size === 0 && vr.delete(n)) : r.set(e, i);
			}
			$n.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return br.set(l, u), l;
}
var br = /* @__PURE__ */ new WeakMap();
function xr(e, t) {
	let n = br.get(e);
	return n ? (br.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Sr = class {
	anchor;
	#e = /* @__PURE__ */ new Map();
	#t = /* @__PURE__ */ new Map();
	#n = /* @__PURE__ */ new Map();
	#r = /* @__PURE__ */ new Set();
	#i = !0;
	constructor(e, t = !0) {
		this.anchor = e, this.#i = t;
	}
	#a = (e) => {
		if (this.#e.has(e)) {
			var t = this.#e.get(e), n = this.#t.get(t);
			if (n) yn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (yn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (mn(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						xn(r, t), t.append(Ut()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else mn(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), _n(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (mn(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = N, r = qt();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Ut();
				i.append(a), this.#n.set(e, {
					effect: un(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, un(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function X(e, t, n = !1) {
	var r = new Sr(e), i = n ? S : 0;
	function a(e, t) {
		r.ensure(e, t);
	}
	ln(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, a(n, t);
		}), e || a(-1, null);
	}, i);
}
// node_modules/svelte/src/internal/client/dom/blocks/key.js
var Cr = Symbol("NaN");
function wr(e, t, n) {
	var r = new Sr(e), i = !Fe();
	ln(() => {
		var e = t();
		e !== e && (e = Cr), i && typeof e == "object" && e && (e = {}), r.ensure(e, n);
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Tr(e, t) {
	return t;
}
function Er(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		_n(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Dr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			Kt(d), d.append(u), e.items.clear();
		}
		Dr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Dr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= ee, xn(a, document.createDocumentFragment())) : mn(t[i], n);
	}
}
var Or;
function Z(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	n & 4 && (c = t.appendChild(Ut()));
	var u = null, d = /* @__PURE__ */ et(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), f = /* @__PURE__ */ new Map(), p = !0;
	function m(e) {
		if (!(g.effect.f & 16384)) {
			g.pending.delete(e);
			var t = U(d);
			g.fallback = u, Ar(g, t, c, n, a), u !== null && (t.length === 0 ? u.f & 33554432 ? (u.f ^= ee, Mr(u, null, c)) : yn(u) : _n(u, () => {
				u = null;
			}));
		}
	}
	function h(e) {
		g.pending.delete(e);
	}
	var g = {
		effect: ln(() => {
			for (var e = U(d), t = e.length, r = /* @__PURE__ */ new Set(), g = N, _ = qt(), v = 0; v < t; v += 1) {
				var y = e[v], b = a(y, v), x = p ? null : l.get(b);
				x ? (x.v && jt(x.v, y), x.i && jt(x.i, v), _ && g.unskip_effect(x.e)) : (x = jr(l, p ? c : Or ??= Ut(), y, b, v, o, n, i), p || (x.e.f |= ee), l.set(b, x)), r.add(b);
			}
			if (t === 0 && s && !u && (p ? u = un(() => s(c)) : (u = un(() => s(Or ??= Ut())), u.f |= ee)), t > r.size && Ce("", "", ""), !p) {
				if (f.set(g, r), _) {
					for (let [e, t] of l) r.has(e) || g.skip_effect(t.e);
					g.oncommit(m), g.ondiscard(h);
				} else m(g);
			}
			U(d);
		}),
		flags: n,
		items: l,
		pending: f,
		outrogroups: null,
		fallback: u
	};
	p = !1;
}
function kr(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Ar(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = kr(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (yn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= ee, _ === l) Mr(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), Nr(e, d, _), Nr(e, _, y), Mr(_, y, n), d = _, p = [], m = [], l = kr(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Mr(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					Nr(e, S.prev, C.next), Nr(e, d, S), Nr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Mr(_, l, n), Nr(e, _.prev, _.next), Nr(e, _, d === null ? e.effect.first : d.next), Nr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = kr(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = kr(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Dr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = kr(l.next);
		var te = w.length;
		if (te > 0) {
			var ne = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < te; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < te; v += 1) w[v].nodes?.a?.fix();
			}
			Er(e, w, ne);
		}
	}
	o && Re(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function jr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? Dt(n) : /* @__PURE__ */ Ot(n, !1, !1) : null, l = o & 2 ? Dt(i) : null;
	return {
		v: c,
		i: l,
		e: un(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Mr(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ Gt(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function Nr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
// node_modules/svelte/src/internal/client/dom/blocks/snippet.js
function Pr(e, t, ...n) {
	var r = new Sr(e);
	ln(() => {
		let e = t() ?? null;
		r.ensure(e, e && ((t) => e(t, ...n)));
	}, S);
}
// node_modules/svelte/src/internal/shared/attributes.js
var Fr = [..." 	\n\r\f\xA0\v﻿"];
function Ir(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Fr.includes(r[o - 1])) && (s === r.length || Fr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
function Lr(e, t = !1) {
	var n = t ? " !important;" : ";", r = "";
	for (var i of Object.keys(e)) {
		var a = e[i];
		a != null && a !== "" && (r += " " + i + ": " + a + n);
	}
	return r;
}
function Rr(e) {
	return e[0] !== "-" || e[1] !== "-" ? e.toLowerCase() : e;
}
function zr(e, t) {
	if (t) {
		var n = "", r, i;
		if (Array.isArray(t) ? (r = t[0], i = t[1]) : r = t, e) {
			e = String(e).replaceAll(/\/\*.*?\*\//g, "").trim();
			var a = !1, o = 0, s = !1, c = [];
			r && c.push(...Object.keys(r).map(Rr)), i && c.push(...Object.keys(i).map(Rr));
			var l = 0, u = -1;
			let t = e.length;
			for (var d = 0; d < t; d++) {
				var f = e[d];
				if (s ? f === "/" && e[d - 1] === "*" && (s = !1) : a ? a === f && (a = !1) : f === "/" && e[d + 1] === "*" ? s = !0 : f === "\"" || f === "'" ? a = f : f === "(" ? o++ : f === ")" && o--, !s && a === !1 && o === 0) {
					if (f === ":" && u === -1) u = d;
					else if (f === ";" || d === t - 1) {
						if (u !== -1) {
							var p = Rr(e.substring(l, u).trim());
							if (!c.includes(p)) {
								f !== ";" && d++;
								var m = e.substring(l, d).trim();
								n += " " + m + ";";
							}
						}
						l = d + 1, u = -1;
					}
				}
			}
		}
		return r && (n += Lr(r)), i && (n += Lr(i, !0)), n = n.trim(), n === "" ? null : n;
	}
	return e == null ? null : String(e);
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function Br(e, t, n, r, i, a) {
	var o = e[se];
	if (o !== n || o === void 0) {
		var s = Ir(n, r, a);
		s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s), e[se] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/style.js
function Vr(e, t = {}, n, r) {
	for (var i in n) {
		var a = n[i];
		t[i] !== a && (n[i] == null ? e.style.removeProperty(i) : e.style.setProperty(i, a, r));
	}
}
function Hr(e, t, n, r) {
	if (e[ce] !== t) {
		var i = zr(t, r);
		i == null ? e.removeAttribute("style") : e.style.cssText = i, e[ce] = t;
	} else r && (Array.isArray(r) ? (Vr(e, n?.[0], r[0]), Vr(e, n?.[1], r[1], "important")) : Vr(e, n, r));
	return r;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function Ur(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function Wr(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = Jr(c);
			Ur(c, i ? a.includes(l) : Lt(l, r));
		}
		if (n) {
			if (s !== null) for (c of t.options) {
				var u = s.has(c);
				c.selected !== u && (c.selected = u);
			}
			else t.selectedIndex !== o && (t.selectedIndex = o);
		}
	}
}
function Gr(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return ge();
		for (var i of t.options) i.selected = n.includes(Jr(i));
	} else {
		for (i of t.options) if (Lt(Jr(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function Kr(e) {
	var t = new MutationObserver((t) => {
		t.every(Yr) || ("__defaultValue" in e && Wr(e, !1), "__value" in e && Gr(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), tn(() => {
		t.disconnect();
	});
}
function qr(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet(), i = !0;
	Ke(e, "change", (t) => {
		var i = t ? "[selected]" : ":checked", a;
		if (e.multiple) a = [].map.call(e.querySelectorAll(i), Jr);
		else {
			var o = e.querySelector(i) ?? e.querySelector("option:not([disabled])");
			a = o && Jr(o);
		}
		n(a), e.__value = a, N !== null && r.add(N);
	}), on(() => {
		var a = t();
		if (e === document.activeElement) {
			var o = N;
			if (r.has(o)) return;
		}
		if (Gr(e, a, i), i && a === void 0) {
			var s = e.querySelector(":checked");
			s !== null && (a = Jr(s), n(a));
		}
		e.__value = a, i = !1;
	});
}
function Jr(e) {
	return "__value" in e ? e.__value : e.value;
}
function Yr(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var Xr = Symbol("is custom element"), Zr = Symbol("is html"), Qr = fe ? "progress" : "PROGRESS";
function $r(e, t) {
	var n = ti(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === Qr) && (e.value = t ?? "");
}
function ei(e, t) {
	var n = ti(e);
	n.checked !== (n.checked = t ?? void 0) && (e.checked = t);
}
function Q(e, t, n, r) {
	var i = ti(e);
	i[t] !== (i[t] = n) && (t === "loading" && (e[ae] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && ri(e).has(t) ? e[t] = n : e.setAttribute(t, n));
}
function ti(e) {
	return e[oe] ??= {
		[Xr]: e.nodeName.includes("-"),
		[Zr]: e.namespaceURI === me
	};
}
var ni = /* @__PURE__ */ new Map();
function ri(e) {
	var t = e.getAttribute("is") || e.nodeName, n = ni.get(t);
	if (n) return n;
	ni.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/input.js
function ii(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet();
	Ke(e, "input", async (i) => {
		var a = i ? e.defaultValue : e.value;
		if (a = oi(e) ? si(a) : a, n(a), N !== null && r.add(N), await Kn(), a !== (a = t())) {
			var o = e.selectionStart, s = e.selectionEnd, c = e.value.length;
			if (e.value = a ?? "", s !== null) {
				var l = e.value.length;
				o === s && s === c && l > c ? (e.selectionStart = l, e.selectionEnd = l) : (e.selectionStart = o, e.selectionEnd = Math.min(s, l));
			}
		}
	}), W(t) == null && e.value && (n(oi(e) ? si(e.value) : e.value), N !== null && r.add(N)), cn(() => {
		var n = t();
		if (e === document.activeElement) {
			var i = N;
			if (r.has(i)) return;
		}
		oi(e) && n === si(e.value) || (e.type !== "date" || n || e.value) && n !== e.value && (e.value = n ?? "");
	});
}
function ai(e, t, n = t) {
	Ke(e, "change", (t) => {
		n(t ? e.defaultChecked : e.checked);
	}), W(t) ?? n(e.checked), cn(() => {
		e.checked = !!t();
	});
}
function oi(e) {
	var t = e.type;
	return t === "number" || t === "range";
}
function si(e) {
	return e === "" ? null : +e;
}
var ci = /* @__PURE__ */ new class e {
	#e = /* @__PURE__ */ new WeakMap();
	#t;
	#n;
	static entries = /* @__PURE__ */ new WeakMap();
	constructor(e) {
		this.#n = e;
	}
	observe(e, t) {
		var n = this.#e.get(e) || /* @__PURE__ */ new Set();
		return n.add(t), this.#e.set(e, n), this.#r().observe(e, this.#n), () => {
			var n = this.#e.get(e);
			n.delete(t), n.size === 0 && (this.#e.delete(e), this.#t.unobserve(e));
		};
	}
	#r() {
		return this.#t ??= new ResizeObserver((t) => {
			for (var n of t) {
				e.entries.set(n.target, n);
				for (var r of this.#e.get(n.target) || []) r(n);
			}
		});
	}
}({ box: "border-box" });
function li(e, t, n) {
	var r = ci.observe(e, () => n(e[t]));
	on(() => (W(() => n(e[t])), r));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function ui(e, t) {
	return e === t || e?.[E] === t;
}
function di(e = Pe(), t, n, r) {
	var i = O.r, a = H;
	return on(() => {
		var o, s;
		return cn(() => {
			o = s, s = r?.() || [], W(() => {
				ui(n(...s), e) || (t(e, ...s), o && ui(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && ui(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var fi = !1;
function pi(e) {
	var t = fi;
	try {
		return fi = !1, [e(), fi];
	} finally {
		fi = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function mi(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ Ze(r), U(u)) : (l && (l = !1, c = s ? W(r) : r), c);
	let f;
	if (o) {
		var p = E in e || ie in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = pi(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && Oe(t), f(m)));
	var g = i ? () => {
		var n = e[t];
		return n === void 0 ? d() : (l = !0, n);
	} : () => {
		var n = e[t];
		return n !== void 0 && (c = void 0), n === void 0 ? c : n;
	};
	if (i && !(n & 4)) return g;
	if (f) {
		var _ = e.$$legacy;
		return (function(e, t) {
			return arguments.length > 0 ? ((!i || !t || _ || h) && f(t ? g() : e), e) : g();
		});
	}
	var v = !1, y = (n & 1 ? Ze : et)(() => (v = !1, g()));
	o && U(y);
	var b = H;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? U(y) : i && o ? Ft(e) : e;
			return F(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return Cn && v || b.f & 16384 ? y.v : U(y);
	});
}
function hi(e) {
	O === null && xe("onMount"), nn(() => {
		let t = W(e);
		if (typeof t == "function") return t;
	});
}
// src/notebook/page.svelte.ts
var gi = [
	"page",
	"scenarios",
	"scenario",
	"seed",
	"run",
	"language",
	"busy",
	"trouble"
], _i = class {
	model;
	#e = /* @__PURE__ */ P(null);
	get page() {
		return U(this.#e);
	}
	set page(e) {
		F(this.#e, e);
	}
	#t = /* @__PURE__ */ P({});
	get scenarios() {
		return U(this.#t);
	}
	set scenarios(e) {
		F(this.#t, e);
	}
	#n = /* @__PURE__ */ P("");
	get scenario() {
		return U(this.#n);
	}
	set scenario(e) {
		F(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ P(0);
	get seed() {
		return U(this.#r);
	}
	set seed(e) {
		F(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ P(0);
	get run() {
		return U(this.#i);
	}
	set run(e) {
		F(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ P("en");
	get language() {
		return U(this.#a);
	}
	set language(e) {
		F(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ P(!1);
	get busy() {
		return U(this.#o);
	}
	set busy(e) {
		F(this.#o, e, !0);
	}
	#s = /* @__PURE__ */ P("");
	get trouble() {
		return U(this.#s);
	}
	set trouble(e) {
		F(this.#s, e, !0);
	}
	constructor(e) {
		this.model = e, this.read();
		for (let t of gi) e.on(`change:${t}`, this.read);
	}
	read = () => {
		let e = this.model.get("page");
		this.page = e ? JSON.parse(e) : null, this.scenarios = this.model.get("scenarios"), this.scenario = this.model.get("scenario"), this.seed = this.model.get("seed"), this.run = this.model.get("run"), this.language = this.model.get("language"), this.busy = this.model.get("busy"), this.trouble = this.model.get("trouble");
	};
	ask(e, t, n) {
		this.model.set("asked", {
			scenario: e,
			seed: t,
			run: n,
			time: Date.now()
		}), this.model.save_changes();
	}
	leave() {
		for (let e of gi) this.model.off(`change:${e}`, this.read);
	}
}, vi = 1440;
function yi({ year: e, month: t, day: n }, r) {
	let i = t <= 2 ? e - 1 : e, a = Math.floor((153 * ((t + 9) % 12) + 2) / 5) + n - 1, o = Math.floor(i / 4) - (r ? Math.floor(i / 100) - Math.floor(i / 400) : 0);
	return i * 365 + o + a;
}
function bi(e, t) {
	let n = Math.floor(e / 365.2425) + 1, r = (e) => yi({
		year: e,
		month: 3,
		day: 1
	}, t);
	for (; r(n) > e;) --n;
	let i = e - r(n), a = Math.floor((5 * i + 2) / 153), o = (a + 2) % 12 + 1;
	return {
		year: o <= 2 ? n + 1 : n,
		month: o,
		day: i - Math.floor((153 * a + 2) / 5) + 1
	};
}
function xi(e) {
	return ((yi(e, !0) + 2) % 7 + 7) % 7;
}
var Si = (e) => String(e).padStart(2, "0"), Ci = class {
	first;
	at;
	firstNew;
	reform;
	both;
	constructor(e) {
		let [t = "", n = "00:00"] = e.start.split(/[ T]/), [r = 1, i = 1, a = 1] = t.split("-").map(Number), [o = 0, s = 0] = n.split(":").map(Number), c = {
			year: r,
			month: i,
			day: a
		};
		this.at = o * 60 + s, this.both = e.calendar === "julian", this.first = yi(c, !this.both), this.firstNew = this.both ? yi(c, !0) + e.julian_days : this.first;
		let [l = 1, u = 1, d = 1] = (e.reform || "").split("-").map(Number);
		this.reform = e.reform ? yi({
			year: l,
			month: u,
			day: d
		}, !0) : Infinity;
	}
	dayIndex(e) {
		return Math.floor((e + this.at) / vi);
	}
	dayStart(e) {
		return e * vi - this.at;
	}
	isNew(e) {
		return !this.both || this.firstNew + this.dayIndex(e) >= this.reform;
	}
	date(e) {
		return this.isNew(e) ? this.newDate(e) : bi(this.first + this.dayIndex(e), !this.both);
	}
	newDate(e) {
		return bi(this.firstNew + this.dayIndex(e), !0);
	}
	clock(e) {
		let t = ((Math.floor(e) + this.at) % vi + vi) % vi;
		return `${Si(Math.floor(t / 60))}:${Si(t % 60)}`;
	}
	short(e, t) {
		return Ti(this.date(e), t);
	}
	moment(e, t) {
		return `${this.short(e, t)} ${this.clock(e)}`;
	}
	long(e, t) {
		return Ei(this.date(e), xi(this.newDate(e)), t);
	}
	other(e, t) {
		return this.isNew(e) ? "" : Ti(this.newDate(e), t);
	}
};
function wi(e, t) {
	return t.list("calendar", "months")[e.month - 1] ?? String(e.month);
}
function Ti(e, t) {
	return t.word("calendar", "newday", {
		day: e.day,
		month: wi(e, t),
		year: e.year
	});
}
function Ei(e, t, n) {
	let r = n.list("calendar", "weekdays")[t] ?? "";
	return n.word("calendar", "day", {
		weekday: r,
		day: e.day,
		month: wi(e, n),
		year: e.year
	});
}
var Di = "—", Oi = {
	thousands: " ",
	from: 5,
	decimal: ",",
	percent: "\xA0%"
}, ki = {
	en: {
		thousands: ",",
		from: 4,
		decimal: ".",
		percent: "%"
	},
	es: Oi,
	pl: {
		...Oi,
		percent: "%"
	},
	ru: Oi
};
function Ai(e, t = {}) {
	let n = (e) => t[e] !== void 0 && t[e] !== null && t[e] !== "";
	return e.replace(/\[([^[\]]*)\]/g, (e, t) => [...t.matchAll(/\{(\w+)\}/g)].every((e) => n(e[1])) ? t : "").replace(/\{(\w+)\}/g, (e, r) => n(r) ? String(t[r]) : Di);
}
function ji(e, t) {
	let n = ki[t] ?? Oi, [r = "", i] = e.split("."), a = r.replace(/[^0-9]/g, "").length >= n.from ? n.thousands : "";
	return r.replaceAll(",", a) + (i ? n.decimal + i : "");
}
function Mi(e, t) {
	return !t && Number.isSafeInteger(e) ? String(e).replace(/\B(?=(\d{3})+$)/g, ",") : e.toLocaleString("en-US", {
		minimumFractionDigits: t,
		maximumFractionDigits: t
	});
}
function Ni(e, t, n = 0) {
	return ji(Mi(e, n), t);
}
function Pi(e, t, n = 0) {
	return Ni(e * 100, t, n) + (ki[t] ?? Oi).percent;
}
var Fi = class {
	texts;
	code;
	rules;
	constructor(e, t) {
		this.texts = e, this.code = t, this.rules = new Intl.PluralRules(t);
	}
	find(e, t) {
		for (let n of [this.code, "en"]) {
			let r = this.texts[n]?.[e];
			if (r?.[t] !== void 0) return r[t];
		}
	}
	word(e, t, n = {}) {
		let r = this.find(e, t);
		return typeof r == "string" ? Ai(r, n) : t;
	}
	list(e, t) {
		let n = this.find(e, t);
		return Array.isArray(n) ? n : [];
	}
	t(e, t = {}) {
		return this.word("player", e, t);
	}
	count(e, t) {
		let n = this.find("plural", e);
		return n ? (n[this.rules.select(Math.abs(t))] ?? n.other ?? n.many ?? "{n}").replace("{n}", Ni(t, this.code)) : Ni(t, this.code);
	}
	pick(e) {
		return e ? e[this.code] ?? e.en ?? Object.values(e)[0] ?? "" : "";
	}
	number(e, t = 0) {
		return Ni(e, this.code, t);
	}
	percent(e, t = 0) {
		return Pi(e, this.code, t);
	}
}, Ii = /* @__PURE__ */ q("<span class=\"a2\"> </span>");
function Li(e, t) {
	k(t, !0);
	var n = Ii(), r = R(n, !0);
	B(() => Y(r, "AB"[t.i])), J(e, n), A();
}
// src/player/Clock.svelte
var Ri = /* @__PURE__ */ q(" <span class=\"style a3\"> </span>", 1), zi = /* @__PURE__ */ q("<p class=\"other a3\"> <span class=\"style a3\"> </span></p>"), Bi = /* @__PURE__ */ q("<div class=\"clock a3\"><time class=\"hour a3\"> </time> <p class=\"day a3\"> <!></p> <!></div>");
function Vi(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.calendar), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => U(n).other(t.time.shown, U(r)));
	var a = Bi(), o = I(a), s = R(o, !0), c = z(o, 2), l = I(c, !0), u = z(l), d = (e) => {
		var t = Ri(), n = L(t, !0);
		n.nodeValue = " ";
		var i = R(z(n), !0);
		B((e) => Y(i, e), [() => U(r).t("old_style")]), J(e, t);
	};
	X(u, (e) => {
		U(i) && e(d);
	});
	var f = z(c, 2), p = (e) => {
		var t = zi(), n = I(t), a = R(z(n), !0);
		B((e) => {
			Y(n, `${U(i) ?? ""} `), Y(a, e);
		}, [() => U(r).t("new_style")]), J(e, t);
	};
	X(f, (e) => {
		U(i) && e(p);
	}), B((e, t) => {
		Y(s, e), Y(l, t);
	}, [() => U(n).clock(t.time.shown), () => U(n).long(t.time.shown, U(r))]), J(e, a), A();
}
// src/player/time.svelte.ts
var Hi = [
	5,
	15,
	60,
	240
], Ui = class {
	minutes;
	#e = /* @__PURE__ */ P(0);
	get shown() {
		return U(this.#e);
	}
	set shown(e) {
		F(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ P(!1);
	get playing() {
		return U(this.#t);
	}
	set playing(e) {
		F(this.#t, e, !0);
	}
	#n = /* @__PURE__ */ P(60);
	get speed() {
		return U(this.#n);
	}
	set speed(e) {
		F(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ P(!0);
	get keys() {
		return U(this.#r);
	}
	set keys(e) {
		F(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ P(!1);
	get still() {
		return U(this.#i);
	}
	set still(e) {
		F(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ P(0);
	get calls() {
		return U(this.#a);
	}
	set calls(e) {
		F(this.#a, e, !0);
	}
	now = 0;
	told = 0;
	waited = 0;
	constructor(e, t = 0) {
		this.minutes = e, this.now = this.shown = Math.min(Math.max(0, t), e);
	}
	seek(e) {
		this.now = Math.min(this.minutes, Math.max(0, e)), this.shown = Math.floor(this.now), this.calls += 1;
	}
	toggle() {
		!this.playing && this.now >= this.minutes && this.seek(0), this.playing = !this.playing, this.waited = 0;
	}
	pass(e, t) {
		if (this.playing) {
			if (this.still) return this.passInSteps(e, t);
			this.now = Math.min(this.minutes, this.now + Math.min(e, .25) * this.speed), this.told += e, (this.told > .2 || this.now >= this.minutes) && (this.shown = Math.floor(this.now), this.told = 0), this.now >= this.minutes && (this.playing = !1);
		}
	}
	passInSteps(e, t) {
		this.waited += e, this.waited < 2 || (this.waited = 0, t() || (this.playing = !1));
	}
}, Wi = [
	{
		keys: [" ", "k"],
		shown: "Space",
		word: "key_play",
		act: (e) => e.toggle()
	},
	{
		keys: ["ArrowLeft"],
		shown: "←",
		word: "key_back",
		act: (e) => e.seek(e.time.shown - 15)
	},
	{
		keys: ["ArrowRight"],
		shown: "→",
		word: "key_on",
		act: (e) => e.seek(e.time.shown + 15)
	},
	{
		keys: ["n", "."],
		shown: "N",
		word: "next",
		act: (e) => e.next()
	},
	{
		keys: ["p", ","],
		shown: "P",
		word: "before",
		act: (e) => e.before()
	},
	{
		keys: ["g"],
		shown: "G",
		word: "next_great",
		act: (e) => e.nextGreat()
	},
	{
		keys: [
			"1",
			"2",
			"3",
			"4"
		],
		shown: "1 2 3 4",
		word: "speed",
		act: () => void 0
	},
	{
		keys: ["+", "="],
		shown: "+",
		word: "zoom_in",
		act: (e, t) => t.zoomBy(1.4)
	},
	{
		keys: ["-", "_"],
		shown: "−",
		word: "zoom_out",
		act: (e, t) => t.zoomBy(1 / 1.4)
	},
	{
		keys: ["0"],
		shown: "0",
		word: "whole_map",
		act: (e, t) => t.goHome()
	},
	{
		keys: ["w"],
		shown: "W",
		word: "key_up",
		act: (e, t) => t.panBy(0, 60)
	},
	{
		keys: ["s"],
		shown: "S",
		word: "key_down",
		act: (e, t) => t.panBy(0, -60)
	},
	{
		keys: ["a"],
		shown: "A",
		word: "key_left",
		act: (e, t) => t.panBy(60, 0)
	},
	{
		keys: ["d"],
		shown: "D",
		word: "key_right",
		act: (e, t) => t.panBy(-60, 0)
	},
	{
		keys: ["l"],
		shown: "L",
		word: "layer",
		act: Gi
	},
	{
		keys: ["f"],
		shown: "F",
		word: "follow",
		act: (e) => e.follow()
	},
	{
		keys: ["t"],
		shown: "T",
		word: "tables",
		act: (e) => e.tab = e.tab === "tables" ? "log" : "tables"
	},
	{
		keys: ["Escape"],
		shown: "Esc",
		word: "key_clear",
		act: (e) => e.clear()
	}
];
function Gi(e) {
	let t = [-1, ...e.page.stage.authorities.flatMap((e, t) => e.contender ? [t] : [])];
	e.layer = t[(t.indexOf(e.layer) + 1) % t.length] ?? -1;
}
function Ki(e, t, n, r) {
	if (e.ctrlKey || e.metaKey || e.altKey || qi(e.target)) return !1;
	if (e.key === "?" && t.time.keys) return r(), !0;
	if (!t.time.keys && e.key !== "Escape" || e.key === " " && e.target instanceof HTMLElement && e.target.closest("button, summary, label, a")) return !1;
	let i = Hi[Number(e.key) - 1];
	i && (t.time.speed = i);
	let a = Wi.find((t) => t.keys.includes(e.key.length === 1 ? e.key.toLowerCase() : e.key));
	return a?.act(t, n), a !== void 0;
}
function qi(e) {
	return e instanceof HTMLElement ? e.isContentEditable || e.matches("select, textarea, dialog *, input:not([type=checkbox])") : !1;
}
// src/player/Icon.svelte
var Ji = /* @__PURE__ */ ur("<svg width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" fill=\"currentColor\" fill-rule=\"evenodd\" aria-hidden=\"true\"><path></path></svg>");
function Yi(e, t) {
	let n = {
		play: "M7 4.5v15l12-7.5z",
		pause: "M6.5 5h4v14h-4zM13.5 5h4v14h-4z",
		before: "M6 5h2.5v14H6zM19 5v14l-9.5-7z",
		next: "M5 5l9.5 7L5 19zM15.500 5H18v14h-2.500z",
		great: "M3 5l7.500 7L3 19zM11 5l7.500 7L11 19zM19 5h2.300v14H19z",
		plus: "M10.700 5h2.600v5.700H19v2.600h-5.700V19h-2.600v-5.700H5v-2.600h5.700z",
		minus: "M5 10.700h14v2.600H5z",
		home: "M4 4h6v2.200H6.200V10H4zM14 4h6v6h-2.200V6.200H14zM4 14h2.200v3.800H10V20H4zM17.800 14H20v6h-6v-2.200h3.800z",
		keys: "M3 6h18v12H3zM5 8v2h2V8zm3.500 0v2h2V8zM12 8v2h2V8zm3.500 0v2h2V8zM5 11.500v2h2v-2zm3.500 0v2h2v-2zm3.500 0v2h2v-2zm3.500 0v2h2v-2zM7 15v1.500h10V15z",
		eye: "M12 5c5 0 8.700 4.200 10 7-1.300 2.800-5 7-10 7S3.300 14.800 2 12c1.300-2.800 5-7 10-7zm0 2.500a4.500 4.500 0 1 0 0 9 4.500 4.500 0 0 0 0-9zm0 2a2.500 2.500 0 1 1 0 5 2.500 2.500 0 0 1 0-5z",
		close: "M6.200 4.600 12 10.400l5.800-5.800 1.600 1.600-5.800 5.800 5.800 5.800-1.600 1.600-5.800-5.800-5.800 5.800-1.600-1.600 5.800-5.800-5.800-5.800z"
	};
	var r = Ji(), i = R(r);
	B(() => Q(i, "d", n[t.name])), J(e, r);
}
// src/player/KeysHelp.svelte
var Xi = /* @__PURE__ */ q("<div class=\"a7\"><dt class=\"a7\"><kbd class=\"a7\"> </kbd></dt><dd class=\"a7\"> </dd></div>"), Zi = /* @__PURE__ */ q("<dialog aria-labelledby=\"keys-title\" class=\"a7\"><header class=\"a7\"><h2 id=\"keys-title\" class=\"a7\"> </h2> <button type=\"button\" class=\"a7\"><!></button></header> <label class=\"a7\"><input type=\"checkbox\" class=\"a7\"/> </label> <dl class=\"a7\"><!> <div class=\"a7\"><dt class=\"a7\"><kbd class=\"a7\">?</kbd></dt><dd class=\"a7\"> </dd></div></dl></dialog>");
function Qi(e, t) {
	k(t, !0);
	let n = mi(t, "shows", 7), r;
	function i() {
		n().time.playing = !1, r.showModal();
	}
	var a = { open: i }, o = Zi(), s = I(o), c = I(s), l = R(c, !0), u = z(c, 2);
	Yi(I(u), { name: "close" });
	var d = z(s, 2), f = I(d), p = z(f), m = I(z(d, 2));
	Z(m, 17, () => Wi, (e) => e.shown, (e, n) => {
		var r = Xi(), i = I(r), a = R(I(i), !0), o = R(z(i), !0);
		B((e) => {
			Y(a, U(n).shown), Y(o, e);
		}, [() => t.words.t(U(n).word)]), J(e, r);
	});
	var h = R(z(I(z(m, 2))), !0);
	return di(o, (e) => r = e, () => r), B((e, t, n, r) => {
		Y(l, e), Q(u, "aria-label", t), Y(p, ` ${n ?? ""}`), Y(h, r);
	}, [
		() => t.words.t("keys_title"),
		() => t.words.t("close"),
		() => t.words.t("keys_on"),
		() => t.words.t("keys_title")
	]), G("click", u, () => r.close()), ai(f, () => n().time.keys, (e) => n().time.keys = e), J(e, o), A(a);
}
K(["click"]);
// src/player/shapes.ts
var $i = [
	"#C04F00",
	"#0072B2",
	"#6B6B6B"
], ea = "#8A8375";
function $(e) {
	return e < 0 ? ea : $i[Math.min(e, 2)] ?? "#8A8375";
}
function ta(e) {
	return [
		0,
		4,
		3,
		4,
		5,
		6
	][Math.min(Math.max(e, 0), 5)];
}
function na(e, t, n, r) {
	let i = ta(e);
	if (i === 0) return [];
	let a = r * Math.sqrt(2 * Math.PI / (i * Math.sin(2 * Math.PI / i))), o = e === 1 ? Math.PI / 4 : -Math.PI / 2;
	return Array.from({ length: i }, (e, r) => {
		let s = o + r * 2 * Math.PI / i;
		return [t + a * Math.cos(s), n + a * Math.sin(s)];
	});
}
function ra(e, t, n, r, i) {
	ta(t) === 0 ? (e.moveTo(n + i, r), e.arc(n, r, i, 0, 2 * Math.PI)) : (na(t, n, r, i).forEach(([t, n], r) => r ? e.lineTo(t, n) : e.moveTo(t, n)), e.closePath());
}
function ia(e, t, n, r) {
	return ta(e) === 0 ? `M${t - r},${n}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : `M${na(e, t, n, r).map(([e, t]) => `${e.toFixed(2)},${t.toFixed(2)}`).join("L")}Z`;
}
// src/player/Glyph.svelte
var aa = /* @__PURE__ */ ur("<circle cx=\"7\" cy=\"7\" r=\"4.2\" fill=\"#fff\" stroke-width=\"1.4\"></circle>"), oa = /* @__PURE__ */ ur("<path stroke=\"#23201B\" stroke-width=\"0.6\"></path>"), sa = /* @__PURE__ */ ur("<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" class=\"a5\"><!></svg>");
function ca(e, t) {
	k(t, !0);
	let n = mi(t, "size", 3, 14);
	var r = sa(), i = I(r), a = (e) => {
		var n = aa();
		B((e) => Q(n, "stroke", e), [() => $(t.look)]), J(e, n);
	}, o = (e) => {
		var n = oa();
		B((e, t) => {
			Q(n, "d", e), Q(n, "fill", t);
		}, [() => ia(t.look, 7, 7, 5), () => $(t.look)]), J(e, n);
	};
	X(i, (e) => {
		t.look < 0 ? e(a) : e(o, -1);
	}), B(() => {
		Q(r, "width", n()), Q(r, "height", n());
	}), J(e, r), A();
}
// src/player/Layers.svelte
var la = /* @__PURE__ */ q("<label><input type=\"radio\" class=\"unseen a9\" name=\"layer\"/> <!> <span class=\"name a9\"> </span></label>"), ua = /* @__PURE__ */ q("<p class=\"note a9\"> </p>"), da = /* @__PURE__ */ q("<fieldset class=\"layers a9\"><legend class=\"a9\"> </legend> <label><input type=\"radio\" class=\"unseen a9\" name=\"layer\"/> <span class=\"eye a9\"><!></span> <span class=\"name a9\"> </span></label> <!></fieldset> <!>", 1);
function fa(e, t) {
	k(t, !0);
	let n = mi(t, "shows", 7), r = /* @__PURE__ */ M(() => n().page.stage.authorities.map((e, t) => ({
		authority: e,
		a: t
	})).filter(({ authority: e }) => e.contender));
	var i = da(), a = L(i), o = I(a), s = R(o, !0), c = z(o, 2);
	let l;
	var u = I(c), d = z(u, 2);
	Yi(I(d), { name: "eye" });
	var f = R(z(d, 2), !0);
	Z(z(c, 2), 17, () => U(r), ({ authority: e, a: t }) => e.id, (e, r) => {
		let i = () => U(r).authority, a = () => U(r).a;
		var o = la();
		let s;
		var c = I(o), l = z(c, 2);
		ca(l, {
			get look() {
				return i().look;
			},
			size: 13
		});
		var u = R(z(l, 2), !0);
		B((e) => {
			s = Br(o, 1, "a9", null, s, { on: n().layer === a() }), ei(c, n().layer === a()), Y(u, e);
		}, [() => t.words.t("as_seen_by", { authority: t.words.pick(i().title) })]), G("change", c, () => n().layer = a()), J(e, o);
	});
	var p = z(a, 2), m = (e) => {
		var n = ua(), r = R(n, !0);
		B((e) => Y(r, e), [() => t.words.t("belief_note")]), J(e, n);
	};
	X(p, (e) => {
		n().layer >= 0 && e(m);
	}), B((e, t) => {
		Y(s, e), l = Br(c, 1, "a9", null, l, { on: n().layer < 0 }), ei(u, n().layer < 0), Y(f, t);
	}, [() => t.words.t("layer"), () => t.words.t("as_it_is")]), G("change", u, () => n().layer = -1), J(e, i), A();
}
K(["change"]);
var pa = [
	"called",
	"shelled",
	"decided",
	"outside",
	"started",
	"ended"
], ma = (e) => `${e.minute}|${e.event}|${e.text.en ?? ""}`;
function ha(e, t) {
	let n = e.film.seed === t.film.seed && e.film.run === t.film.run, { minute: r, rows: i } = va(e.film, t.film), a = Math.min(xa(e, t), wa(e, t)), o = Ta(e, t), s = Math.min(r, a, o?.minute ?? Infinity);
	return {
		luck: n,
		minute: Number.isFinite(s) ? s : -1,
		rows: i,
		held: o
	};
}
function ga(e, t) {
	return e.happenings.flatMap((e, n) => e.weight > t || pa.includes(e.event) ? [n] : []);
}
function _a(e) {
	return e.happenings.length < 600 ? -1 : e.happenings.map((e) => e.weight).sort((e, t) => t - e)[599] ?? -1;
}
function va(e, t) {
	let n = Math.max(_a(e), _a(t)), [r, i] = [ga(e, n), ga(t, n)];
	for (let n = 0; n < Math.max(r.length, i.length); n++) {
		let [a, o] = [r[n] ?? -1, i[n] ?? -1], [s, c] = [e.happenings[a], t.happenings[o]];
		if (!(s && c && ma(s) === ma(c))) return {
			minute: Math.min(s?.minute ?? Infinity, c?.minute ?? Infinity),
			rows: [a, o]
		};
	}
	return {
		minute: Infinity,
		rows: [-1, -1]
	};
}
function ya(e, t, n) {
	for (let r = 0; r < Math.max(e.length, t.length); r++) {
		let [i, a] = [e[r], t[r]];
		if (!(i && a && i[0] === a[0] && n(i, a))) return Math.min(i?.[0] ?? Infinity, a?.[0] ?? Infinity);
	}
	return Infinity;
}
function ba({ page: e, film: t }) {
	let n = /* @__PURE__ */ new Map();
	for (let r of t.tracks) {
		let t = `${e.stage.units[r.unit]?.id ?? ""}${r.detachment ? "+" : ""}`, i = n.get(t);
		i ? i.push(r) : n.set(t, [r]);
	}
	return n;
}
function xa(e, t) {
	let [n, r] = [ba(e), ba(t)], i = (e, t) => e.page.stage.sites[t]?.id ?? "", a = (n, r) => n.length === r.length && n.every((n, a) => a === 1 || a === 2 ? i(e, n) === i(t, r[a]) : n === r[a]), o = Infinity;
	for (let e of /* @__PURE__ */ new Set([...n.keys(), ...r.keys()])) {
		let [t, i] = [n.get(e) ?? [], r.get(e) ?? []];
		for (let e = 0; e < Math.max(t.length, i.length); e++) {
			let [n, r] = [t[e], i[e]], s = Math.min(n?.since ?? Infinity, r?.since ?? Infinity);
			o = Math.min(o, n && r ? ya(n.steps, r.steps, a) : s);
		}
	}
	return o;
}
function Sa(e, t) {
	let n = new Map(t.map((e, t) => [e.id, t]));
	return e.flatMap((e, t) => n.has(e.id) ? [[t, n.get(e.id)]] : []);
}
var Ca = (e, t) => e.page.stage.authorities[t]?.id ?? "";
function wa(e, t) {
	let n = Infinity, r = (n, r) => Ca(e, n[1] ?? -1) === Ca(t, r[1] ?? -1) && n[2] === r[2];
	for (let [i, a] of Sa(e.page.stage.authorities, t.page.stage.authorities)) for (let [o, s] of Sa(e.page.stage.sites, t.page.stage.sites)) n = Math.min(n, ya(e.film.beliefs[i]?.[o] ?? [], t.film.beliefs[a]?.[s] ?? [], r));
	return n;
}
function Ta(e, t) {
	let n = null, r = -1;
	for (let i of Sa(e.page.stage.sites, t.page.stage.sites)) {
		let a = Ea(e, t, i), o = e.page.stage.sites[i[0]]?.worth ?? 0;
		!a || n && (a.minute > n.minute || a.minute === n.minute && o <= r) || ([n, r] = [a, o]);
	}
	return n;
}
function Ea(e, t, n) {
	let [r, i] = [e.film.holders[n[0]] ?? [], t.film.holders[n[1]] ?? []], [a, o] = [-1, -1], s = [...new Set([...r, ...i].map((e) => e[0] ?? 0))].sort((e, t) => e - t);
	for (let c of s) {
		for (; a + 1 < r.length && r[a + 1][0] <= c;) a++;
		for (; o + 1 < i.length && i[o + 1][0] <= c;) o++;
		let s = [r[a]?.[1] ?? -1, i[o]?.[1] ?? -1];
		if (Ca(e, s[0]) !== Ca(t, s[1])) return {
			minute: c,
			sites: n,
			holders: s
		};
	}
	return null;
}
// src/player/Live.svelte
var Da = /* @__PURE__ */ q("<p class=\"unseen\" role=\"status\" aria-live=\"polite\"> </p>");
function Oa(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ P(""), r = [], i = 0, a = 0, o = (e) => e.row >= 0 ? e.row : (e.time.playing ? e.great : e.main).last(e.shown), s = /* @__PURE__ */ M(() => t.parts.map(({ show: e }) => o(e)).join());
	nn(() => {
		let e = U(s).split(",").map(Number);
		return W(() => {
			if (clearTimeout(a), e.every((e, t) => e < 0 || e === r[t])) return;
			let t = Math.max(250, 3e3 - (performance.now() - i));
			a = window.setTimeout(() => c(e), t);
		}), () => clearTimeout(a);
	});
	function c(e) {
		let a = t.parts.flatMap((t, n) => {
			let i = t.show.happenings[e[n]];
			return i && e[n] !== r[n] ? [{
				...t,
				happening: i
			}] : [];
		});
		r = e, i = performance.now();
		let [o, s] = a;
		o && s && ma(o.happening) === ma(s.happening) ? F(n, o.speech.live(o.happening), !0) : F(n, a.map(({ speech: e, name: t, happening: n }) => (t ? `${t}: ` : "") + e.live(n)).join(" "), !0);
	}
	var l = Da(), u = R(l, !0);
	B(() => Y(u, U(n))), J(e, l), A();
}
// src/player/kinds.ts
var ka = "M1.5 3H12.5V11H1.5Z", Aa = {
	infantry: `${ka}M1.5 3L12.5 11M12.5 3L1.5 11`,
	cavalry: `${ka}M1.5 11L12.5 3`,
	artillery: `${ka}M7 4.6A2.4 2.4 0 1 0 7 9.4A2.4 2.4 0 1 0 7 4.6Z`,
	"armoured-cars": `${ka}M4.6 5H9.4A2 2 0 0 1 9.4 9H4.6A2 2 0 0 1 4.6 5Z`,
	cyclists: "M4 7A2.5 2.5 0 1 0 4 12A2.5 2.5 0 1 0 4 7ZM10 7A2.5 2.5 0 1 0 10 12A2.5 2.5 0 1 0 10 7ZM4 9.5L6 5H9L10 9.5M5 3.5H7.5",
	cadets: "M2 11.5L7 8L12 11.5M2 8.500L7 5L12 8.500M7 1.500V3",
	officers: "M7 1.500L8.600 5.200L12.600 5.500L9.500 8.100L10.500 12L7 9.900L3.500 12L4.500 8.100L1.400 5.500L5.400 5.200Z",
	students: "M1 5.500L7 3L13 5.500L7 8ZM4 7V10.500C6 12 8 12 10 10.500V7M13 5.500V9.500",
	"workers-guard": "M2.500 12L10 4.500M7.500 2.500L11.500 6.500M11.500 12L6.800 7.300M2.500 3L4.700 5.200",
	workers: "M7 4.200A2.800 2.800 0 1 0 7 9.800A2.800 2.800 0 1 0 7 4.200ZM7 1.200V4.200M7 9.800V12.800M1.200 7H4.200M9.800 7H12.800M2.900 2.900L5 5M9 9L11.100 11.100M11.100 2.900L9 5M5 9L2.900 11.100",
	shock: "M8.500 1L3.500 8H7L5.500 13L10.500 6H7Z",
	sailors: "M7 4V12.500M4.500 6H9.500M2.500 8.500C3 11.500 5 12.500 7 12.500C9 12.500 11 11.500 11.500 8.500M7 1.200A1.400 1.400 0 1 0 7 4A1.400 1.400 0 1 0 7 1.200Z",
	militia: "M7 1.500A5.500 5.500 0 1 0 7 12.500A5.500 5.500 0 1 0 7 1.500ZM3 5.500H11M3 8.500H11",
	guard: "M2.500 2H11.500V7C11.500 10 9 12 7 13C5 12 2.500 10 2.500 7Z",
	boys: "M7 1.500A2 2 0 1 0 7 5.500A2 2 0 1 0 7 1.500ZM4 12.500V9A3 3 0 0 1 10 9V12.500",
	staff: "M3.500 1V13M3.500 2H11.500L9.500 4.500L11.500 7H3.500",
	drivers: "M7 1.500A5.500 5.500 0 1 0 7 12.500A5.500 5.500 0 1 0 7 1.500ZM7 1.500V12.500M1.500 7H12.500",
	crowd: "M4 3A1.500 1.500 0 1 0 4 6A1.500 1.500 0 1 0 4 3ZM10 3A1.500 1.500 0 1 0 10 6A1.500 1.500 0 1 0 10 3ZM1.500 12V9.500A2.500 2.500 0 0 1 6.500 9.500V12M7.500 12V9.500A2.500 2.500 0 0 1 12.500 9.500V12",
	engineers: "M3 12.500L9.500 6M6.500 2.500C9.500 2.500 11.500 4.500 11.500 7.500M8 4.500L11 7.500"
}, ja = (e) => Aa[e] ?? "M7 3A4 4 0 1 0 7 11A4 4 0 1 0 7 3Z", Ma = /* @__PURE__ */ ur("<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" class=\"a8\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"></path></svg>");
function Na(e, t) {
	k(t, !0);
	let n = mi(t, "size", 3, 14);
	var r = Ma(), i = R(r);
	B((e) => {
		Q(r, "width", n()), Q(r, "height", n()), Q(i, "d", e);
	}, [() => ja(t.kind)]), J(e, r), A();
}
// src/player/hatch.ts
function Pa(e, t, n, r, i = Math.PI / 4) {
	let [a, o] = [Math.cos(i), Math.sin(i)], s = [], c = Math.floor(n / r);
	for (let i = -c; i <= c; i++) {
		let c = i * r, l = Math.sqrt(Math.max(0, n * n - c * c));
		if (l === 0) continue;
		let [u, d] = [e - o * c, t + a * c];
		s.push([
			u - a * l,
			d - o * l,
			u + a * l,
			d + o * l
		]);
	}
	return s;
}
// src/player/Legend.svelte
var Fa = /* @__PURE__ */ q("<li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><path stroke-width=\".7\"></path></svg> </li>"), Ia = /* @__PURE__ */ ur("<line stroke-width=\"1.4\"></line>"), La = /* @__PURE__ */ q("<li class=\"b0\"><!> </li>"), Ra = /* @__PURE__ */ q("<details class=\"legend b0\"><summary class=\"b0\"> </summary> <div role=\"region\" tabindex=\"0\" class=\"b0\"><ul class=\"b0\"><!> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><circle cx=\"13\" cy=\"10\" r=\"4\" fill=\"#fff\" stroke-width=\"1.2\"></circle></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><circle cx=\"13\" cy=\"10\" r=\"8.500\" fill=\"#fff\" stroke-width=\"2\"></circle><circle cx=\"13\" cy=\"10\" r=\"4.500\"></circle></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><path d=\"M2 14H22M22 14l-5-3M22 14l-5 3\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><path d=\"M1 10H25\" stroke-width=\"1.400\" stroke-dasharray=\"4 3\"></path><path d=\"M10 7l6 6M16 7l-6 6\" stroke-width=\"1.800\"></path></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><path d=\"M2 17Q13 -4 24 17\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li> <li class=\"b0\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"b0\"><path d=\"M13 1l2 6 5-3-3 5 6 1-6 2 3 5-5-3-2 6-2-6-5 3 3-5-6-2 6-1-3-5 5 3z\" stroke=\"#7A2E1D\" stroke-width=\"1.3\" fill=\"none\"></path></svg> </li></ul> <p class=\"b0\"> </p> <ul class=\"kinds b0\"></ul></div></details>");
function za(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => {
		let e = /* @__PURE__ */ new Map();
		for (let { kind: n } of t.show.page.stage.units) e.set(n, (e.get(n) ?? 0) + 1);
		return [...e.keys()].sort((t, n) => e.get(n) - e.get(t));
	});
	var r = Ra(), i = I(r), a = R(i, !0), o = z(i, 2), s = I(o), c = I(s);
	Z(c, 17, () => t.show.page.stage.authorities, (e) => e.id, (e, n) => {
		var r = Fa(), i = I(r), a = I(i);
		Q(a, "stroke", "#23201B");
		var o = z(i);
		B((e, t, n) => {
			Q(a, "d", e), Q(a, "fill", t), Y(o, ` ${n ?? ""}`);
		}, [
			() => ia(U(n).look, 13, 10, 6),
			() => $(U(n).look),
			() => t.words.pick(U(n).title)
		]), J(e, r);
	});
	var l = z(c, 2), u = I(l), d = R(u), f = z(u), p = z(l, 2), h = I(p);
	Z(h, 21, () => Pa(13, 10, 9, 3.5), Tr, (e, t, n) => {
		var r = /* @__PURE__ */ M(() => m(U(t), 4));
		let i = () => U(r)[0], a = () => U(r)[1], o = () => U(r)[2], s = () => U(r)[3];
		var c = Ia();
		B((e) => {
			Q(c, "x1", i()), Q(c, "y1", a()), Q(c, "x2", o()), Q(c, "y2", s()), Q(c, "stroke", e);
		}, [() => $(n % 2)]), J(e, c);
	});
	var g = z(h), _ = z(p, 2), v = I(_), y = I(v), b = z(y), x = z(v), S = z(_, 2), C = I(S), w = R(C), ee = z(C), te = z(S, 2), ne = I(te), T = I(ne), E = z(T), re = z(ne), ie = z(te, 2), ae = I(ie), oe = R(ae), se = z(ae), ce = z(I(z(ie, 2))), le = z(s, 2), ue = R(le, !0);
	Z(z(le, 2), 20, () => U(n), (e) => e, (e, n) => {
		var r = La(), i = I(r);
		Na(i, {
			get kind() {
				return n;
			},
			size: 16
		});
		var a = z(i);
		B((e) => Y(a, ` ${e ?? ""}`), [() => t.words.word("kinds", n)]), J(e, r);
	}), B((e, t, n, r, i, s, c, l, u, p, m, h, _, v, S, C, te) => {
		Y(a, e), Q(o, "aria-label", t), Q(d, "stroke", n), Y(f, ` ${r ?? ""}`), Y(g, ` ${i ?? ""}`), Q(y, "stroke", s), Q(b, "fill", c), Y(x, ` ${l ?? ""}`), Q(w, "stroke", u), Y(ee, ` ${p ?? ""}`), Q(T, "stroke", m), Q(E, "stroke", h), Y(re, ` ${_ ?? ""}`), Q(oe, "stroke", v), Y(se, ` ${S ?? ""}`), Y(ce, ` ${C ?? ""}`), Y(ue, te);
	}, [
		() => t.words.t("legend"),
		() => t.words.t("legend"),
		() => $(-1),
		() => t.words.t("legend_nobody"),
		() => t.words.t("legend_contested"),
		() => $(0),
		() => $(0),
		() => t.words.t("legend_unit"),
		() => $(0),
		() => t.words.t("legend_march"),
		() => $(1),
		() => $(1),
		() => t.words.t("legend_call"),
		() => $(0),
		() => t.words.t("legend_shell"),
		() => t.words.t("legend_fight"),
		() => t.words.t("legend_kinds")
	]), J(e, r), A();
}
// src/player/hand.ts
var Ba = 3, Va = class {
	canvas;
	moved;
	zoom = {
		k: 1,
		x: 0,
		y: 0
	};
	least = 0;
	most = Infinity;
	constructor(e, t) {
		this.canvas = e, this.moved = t;
	}
	between(e, t) {
		[this.least, this.most] = [e, t];
	}
	set(e, t = !1) {
		this.zoom = {
			...e,
			k: Math.min(this.most, Math.max(this.least, e.k))
		}, this.moved(this.zoom, t);
	}
	scaleBy(e, t, n = !1) {
		let [r, i] = t ?? [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2], a = Ha(this.zoom, e, r, i, this.least, this.most);
		return a.k !== this.zoom.k && (this.set(a, n), !0);
	}
	hold() {
		let e = new AbortController(), t = (t, n) => this.canvas.addEventListener(t, n, {
			signal: e.signal,
			passive: !1
		});
		t("wheel", (e) => this.scaleBy(2 ** Ua(e), this.at(e), !0) && e.preventDefault()), t("pointerdown", (t) => t.pointerType !== "touch" && t.button === 0 && this.drag(t, e.signal));
		let n = [];
		return t("touchstart", (e) => n = this.fingers(e)), t("touchend", (e) => n = this.fingers(e)), t("touchmove", (e) => {
			let t = this.fingers(e);
			if (t.length === 2 && n.length === 2) {
				e.preventDefault();
				let [r, i] = [Wa(n), Wa(t)], [a, o] = [Ga(n), Ga(t)], s = Ha(this.zoom, i / (r || 1), a[0], a[1], this.least, this.most);
				this.set({
					...s,
					x: s.x + o[0] - a[0],
					y: s.y + o[1] - a[1]
				}, !0);
			}
			n = t;
		}), () => e.abort();
	}
	drag(e, t) {
		let { zoom: n, canvas: r } = this, i = !1, a = new AbortController();
		t.addEventListener("abort", () => a.abort(), { signal: a.signal });
		let o = (t) => {
			let [r, a] = [t.clientX - e.clientX, t.clientY - e.clientY];
			i ||= Math.hypot(r, a) > Ba, i && this.set({
				k: n.k,
				x: n.x + r,
				y: n.y + a
			}, !0);
		}, s = () => {
			if (a.abort(), i) {
				let e = (e) => e.stopImmediatePropagation();
				r.addEventListener("click", e, {
					capture: !0,
					once: !0
				}), setTimeout(() => r.removeEventListener("click", e, { capture: !0 }));
			}
		};
		window.addEventListener("pointermove", o, { signal: a.signal }), window.addEventListener("pointerup", s, { signal: a.signal }), window.addEventListener("pointercancel", s, { signal: a.signal });
	}
	at(e) {
		let t = this.canvas.getBoundingClientRect();
		return [e.clientX - t.left, e.clientY - t.top];
	}
	fingers(e) {
		return [...e.targetTouches].slice(0, 2).map((e) => this.at(e));
	}
};
function Ha({ k: e, x: t, y: n }, r, i, a, o = 0, s = Infinity) {
	let c = Math.min(s, Math.max(o, e * r));
	return {
		k: c,
		x: i - (i - t) * c / e,
		y: a - (a - n) * c / e
	};
}
function Ua(e) {
	let t = e.deltaMode === 1 ? .05 : e.deltaMode ? 1 : .002;
	return -e.deltaY * t * (e.ctrlKey ? 10 : 1);
}
var Wa = ([e, t]) => Math.hypot(e[0] - t[0], e[1] - t[1]), Ga = ([e, t]) => [(e[0] + t[0]) / 2, (e[1] + t[1]) / 2], Ka = "#F6F2E9", qa = "#DFEAF0", Ja = "#B9CEDA", Ya = "#E6DCC8", Xa = {
	river: {
		stroke: qa,
		casing: Ja,
		width: 2.5,
		metres: 70,
		over: 1
	},
	canal: {
		stroke: qa,
		casing: Ja,
		width: 1.6,
		metres: 28,
		over: 1
	},
	ring: {
		stroke: Ya,
		width: 2.2,
		metres: 40,
		over: 2
	},
	boulevard: {
		stroke: "#DCE3CE",
		width: 2.2,
		metres: 45,
		over: 2
	},
	street: {
		stroke: Ya,
		width: 1.3,
		metres: 22,
		over: 2
	},
	road: {
		stroke: Ya,
		width: 1.3,
		metres: 22,
		over: 2
	},
	railway: {
		stroke: "#B5AA97",
		width: 1,
		dash: [5, 3],
		over: 3
	},
	bridge: {
		stroke: "#FFFDF8",
		casing: "#9A9080",
		width: 2.6,
		metres: 30,
		over: 4
	},
	wall: {
		stroke: "#9C6B58",
		width: 1.6,
		over: 5
	},
	border: {
		stroke: "#C9BFAC",
		width: 1,
		dash: [2, 3],
		over: 3
	},
	coast: {
		stroke: Ja,
		width: 1,
		over: 1
	}
}, Za = {
	land: {
		fill: Ka,
		stroke: Ja,
		width: .8
	},
	coast: {
		fill: Ka,
		stroke: Ja,
		width: .8
	},
	island: {
		fill: Ka,
		stroke: Ja,
		width: .8,
		over: 1.5
	},
	park: {
		fill: "#E7ECD9",
		width: 0,
		over: .5
	},
	district: {
		stroke: "#DDD3BF",
		width: .7,
		dash: [3, 3],
		over: .6
	},
	square: {
		fill: "#FBF8F1",
		stroke: Ya,
		width: .6,
		over: 2.5
	},
	wall: {
		fill: "#F0DFD2",
		stroke: "#9C6B58",
		width: 1.6,
		over: 5
	},
	building: {
		fill: "#E9D9CB",
		stroke: "#B59C8A",
		width: .8,
		over: 5
	}
}, Qa = {
	rail: "railway",
	avenue: "street",
	rampart: "wall",
	fortress: "wall",
	boundary: "border",
	province: "border"
}, $a = class {
	metres;
	names = [];
	drawn = [];
	links = new Path2D();
	sea;
	constructor(e, t, n, r) {
		this.metres = n;
		let i = e.map.features ?? [];
		this.sea = i.some((e) => e.properties?.kind === "land");
		for (let e of i) this.add(e, t);
		this.drawn.sort((e, t) => (e.style.over ?? 0) - (t.style.over ?? 0)), this.addLinks(e.links, r);
	}
	addLinks(e, t) {
		let n = e.flatMap(({ a: e, b: n }) => t[e] && t[n] ? [[t[e], t[n]]] : []), r = n.map(([e, t]) => Math.hypot(e[0] - t[0], e[1] - t[1])), i = [...r].sort((e, t) => e - t)[r.length >> 1] ?? 0;
		n.forEach(([e, t], n) => {
			r[n] > 5 * i || (this.links.moveTo(...e), this.links.lineTo(...t));
		});
	}
	add({ geometry: e, properties: t }, n) {
		if (!e) return;
		let r = String(t?.kind ?? ""), i = Qa[r] ?? r, a = e.type.includes("Polygon"), o = { ...(a ? Za[i] : Xa[i]) ?? eo(i, a) };
		typeof t?.width_m == "number" && (o.metres = t.width_m);
		let s = new Path2D(), c = (e) => n([e[0] ?? 0, e[1] ?? 0]), l = to(e).map((e) => e.map(c));
		for (let e of l) no(s, e, a);
		if (this.drawn.push({
			path: s,
			style: o,
			area: a
		}), t?.title && [
			"river",
			"canal",
			"water",
			"sea",
			"lake",
			"ring",
			"boulevard",
			"street",
			"road"
		].includes(i)) {
			let e = l.reduce((e, t) => t.length > e.length ? t : e, []);
			this.names.push({
				title: t.title,
				line: e,
				water: ![
					"ring",
					"boulevard",
					"street",
					"road"
				].includes(i)
			});
		}
	}
	draw(e, t, n, r) {
		e.setTransform(1, 0, 0, 1, 0, 0), e.fillStyle = this.sea ? qa : Ka, e.fillRect(0, 0, e.canvas.width, e.canvas.height), e.setTransform(t.k * n, 0, 0, t.k * n, t.x * n, t.y * n), e.lineJoin = e.lineCap = "round";
		let i = !1;
		for (let { path: n, style: a, area: o } of this.drawn) !i && (a.over ?? 0) > 1 && (i = this.drawLinks(e, t.k)), o && a.fill && (e.fillStyle = a.fill, e.fill(n, "evenodd")), a.stroke && this.stroke(e, n, a, t.k, r);
		i || this.drawLinks(e, t.k);
	}
	stroke(e, t, n, r, i) {
		let a = Math.max(n.width * Math.sqrt(i), n.metres ? n.metres / this.metres * r : 0) / r;
		e.setLineDash((n.dash ?? []).map((e) => e / r)), n.casing && (e.strokeStyle = n.casing, e.lineWidth = a + 1.6 / r, e.stroke(t)), e.strokeStyle = n.stroke, e.lineWidth = a, e.stroke(t), e.setLineDash([]);
	}
	drawLinks(e, t) {
		return e.strokeStyle = "#E9E1D0", e.lineWidth = 1.2 / t, e.setLineDash([]), e.stroke(this.links), !0;
	}
};
function eo(e, t) {
	return /water|river|lake|sea|canal|pond/.test(e) ? t ? {
		fill: qa,
		stroke: Ja,
		width: .8,
		over: 1
	} : Xa.river : t ? {
		fill: "#F1EADB",
		width: 0,
		over: .4
	} : {
		stroke: Ya,
		width: 1,
		over: 2
	};
}
function to(e) {
	switch (e.type) {
		case "LineString": return [e.coordinates];
		case "MultiLineString":
		case "Polygon": return e.coordinates;
		case "MultiPolygon": return e.coordinates.flat();
		default: return [];
	}
}
function no(e, t, n) {
	t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), n && e.closePath();
}
// src/player/find.ts
function ro(e, t) {
	let n = 0, r = e.length;
	for (; n < r;) {
		let i = n + r >> 1;
		e[i] <= t ? n = i + 1 : r = i;
	}
	return n - 1;
}
// src/player/pack.ts
var io = Math.PI * (3 - Math.sqrt(5));
function ao(e, t, n, r = 1.5) {
	let i = [];
	return e.forEach((a, o) => i.push(oo(a, t[o] ?? 0, n, r, e, i))), i;
}
function oo(e, t, n, r, i, a) {
	let o = t < 0 ? Math.PI : t > 0 ? 0 : Math.PI / 2;
	for (let t = 0; t < 4e3; t++) {
		let s = n + e + r + t * .25, c = o + (t * io % (2 * Math.PI) - Math.PI) * .42, l = {
			x: Math.cos(c) * s,
			y: Math.sin(c) * s
		};
		if (a.every((t, n) => Math.hypot(t.x - l.x, t.y - l.y) >= i[n] + e + r)) return l;
	}
	return {
		x: Math.cos(o) * (n + e),
		y: Math.sin(o) * (n + e)
	};
}
// src/player/ways.ts
var so = class {
	edges;
	known = /* @__PURE__ */ new Map();
	size;
	constructor(e) {
		let { sites: t, links: n } = e;
		this.size = t.length, this.edges = t.map(() => []);
		for (let { a: e, b: r } of n) {
			let [n, i] = [t[e], t[r]];
			if (!n || !i) continue;
			let a = Math.cos(n.lat * Math.PI / 180), o = Math.hypot((n.lon - i.lon) * a, n.lat - i.lat);
			this.edges[e].push({
				to: r,
				length: o
			}), this.edges[r].push({
				to: e,
				length: o
			});
		}
	}
	path(e, t) {
		let n = e * this.size + t, r = this.known.get(n);
		return r || (r = this.search(e, t) ?? [e, t], this.known.set(n, r)), r;
	}
	search(e, t) {
		let n = new Float64Array(this.size).fill(Infinity), r = new Int32Array(this.size).fill(-1), i = new Uint8Array(this.size);
		for (n[e] = 0;;) {
			let e = co(n, i);
			if (e < 0) return null;
			if (e === t) return lo(r, t);
			i[e] = 1;
			for (let { to: t, length: i } of this.edges[e]) n[e] + i < n[t] && (n[t] = n[e] + i, r[t] = e);
		}
	}
};
function co(e, t) {
	let n = -1;
	for (let r = 0; r < e.length; r++) !t[r] && e[r] < Infinity && (n < 0 || e[r] < e[n]) && (n = r);
	return n;
}
function lo(e, t) {
	let n = [];
	for (let r = t; r >= 0; r = e[r]) n.push(r);
	return n.reverse();
}
var uo = class {
	track;
	minutes;
	legs;
	starts;
	constructor(e, t, n, r) {
		this.track = e, this.minutes = Int32Array.from(e.steps, (e) => e[0] ?? 0), this.legs = po(e, (e, r, i) => fo(t.get(`${n}:${e}`), r, i), r), this.starts = Float64Array.from(this.legs, (e) => e.start);
	}
	there(e) {
		return e >= this.track.since && e <= this.track.until && this.minutes.length > 0;
	}
	step(e) {
		return this.track.steps[Math.max(0, ro(this.minutes, e))] ?? [];
	}
	leg(e) {
		let t = this.legs[ro(this.starts, e)];
		return t && e < t.end ? t : null;
	}
	site(e) {
		let t = ro(this.starts, e), n = this.legs[t], r = Math.max(0, ro(this.minutes, e)), i = this.track.steps[r]?.[1] ?? -1;
		return n && n.end <= e && n.end > (this.minutes[r] ?? 0) ? n.path[n.path.length - 1] : i;
	}
	men(e, t) {
		let n = this.step(e);
		return {
			acting: n.slice(7, 7 + t),
			standing: n.slice(7 + t, 7 + 2 * t)
		};
	}
};
function fo(e, t, n) {
	let r = e ? ro(e, n) : -1;
	return r >= 0 && e[r] >= t ? e[r] : null;
}
function po(e, t, n) {
	let r = [], i = null;
	for (let a of e.steps) {
		let [o = 0, s = -1, c = -1, l = 0] = a, u = i?.[0] ?? e.since, d = r[r.length - 1], f = c >= 0 && s >= 0 && c !== s && l > o;
		i && i[1] !== s && s >= 0 && i[1] >= 0 && !(d && d.path.at(-1) === s) && r.push(...mo(d, {
			start: t(s, u, o) ?? u,
			end: o,
			path: n.path(i[1], s)
		}));
		let p = r[r.length - 1];
		if (f && !(p && p.end === l && p.path.at(-1) === c)) {
			let e = Math.max(t(c, u, o) ?? o, p && p.end <= o ? p.end : 0);
			p && p.end > o && (p.end = o), r.push({
				start: Math.min(e, o),
				end: l,
				path: n.path(s, c)
			});
		}
		i = a;
	}
	return r;
}
function mo(e, t) {
	return e && e.end > t.start && (t.start = Math.min(e.end, t.end)), t.start < t.end ? [t] : [];
}
function ho(e) {
	let t = /* @__PURE__ */ new Map();
	for (let { event: n, unit: r, site: i, minute: a } of e) {
		if (n !== "marched" && n !== "returned") continue;
		let e = `${r}:${i}`, o = t.get(e);
		o ? o.push(a) : t.set(e, [a]);
	}
	return t;
}
var go = class {
	rows;
	minutes;
	constructor(e) {
		this.rows = e, this.minutes = Int32Array.from(e, (e) => e[0] ?? 0);
	}
	at(e) {
		return this.rows[ro(this.minutes, e)] ?? null;
	}
};
function _o(e) {
	let t = 0;
	return e.map(([n = 0, r = -1, i = 0], a) => (a && e[a - 1][1] !== r && (t = n), [
		n,
		r,
		i,
		t
	]));
}
var vo = class {
	stage;
	film;
	ways;
	bodies;
	authorities;
	holders;
	beliefs;
	seats;
	constructor(e, t, n = new so(e)) {
		this.stage = e, this.film = t, this.ways = n;
		let r = ho(t.happenings);
		this.authorities = e.authorities.length, this.bodies = t.tracks.map((e, t) => new uo(e, r, t, n)), this.holders = t.holders.map((e) => new go(_o(e))), this.beliefs = t.beliefs.map((e) => e.map((e) => new go(e))), this.seats = e.authorities.map((e, n) => {
			let r = t.happenings.filter((e) => e.event === "seat-moved" && e.authority === n && e.site >= 0);
			return new go([[0, e.seat], ...r.map((e) => [e.minute, e.site])]);
		});
	}
	hold(e, t) {
		let n = this.holders[e]?.at(t);
		return {
			holder: n?.[1] ?? -1,
			contested: (n?.[2] ?? 0) !== 0,
			since: n?.[3] ?? 0
		};
	}
	belief(e, t, n) {
		let r = this.beliefs[e]?.[t]?.at(n);
		return {
			holder: r?.[1] ?? -1,
			news: r?.[2] ?? -1
		};
	}
	seat(e, t) {
		return this.seats[e]?.at(t)?.[1] ?? -1;
	}
	at(e, t) {
		let n = [];
		for (let r = 0; r < this.bodies.length; r++) {
			let i = this.bodies[r];
			i.there(t) && !i.leg(t) && i.site(t) === e && n.push(r);
		}
		return n;
	}
}, yo = class {
	index;
	body;
	kind;
	x = NaN;
	y = NaN;
	r = 0;
	shown = !1;
	moving = !1;
	leg = null;
	stretch = 0;
	angle = 0;
	face = bo;
	given = null;
	road = null;
	faces = [];
	constructor(e, t, n) {
		this.index = e, this.body = t, this.kind = n;
	}
	onWay(e, t) {
		let { leg: n } = this;
		return n ? (this.road?.leg !== n && (this.road = {
			leg: n,
			way: new wo(n.path, t)
		}), this.road.way.at((e - n.start) / Math.max(1, n.end - n.start))) : [
			0,
			0,
			0,
			0
		];
	}
	read(e, t) {
		let n = Math.max(0, ro(this.body.minutes, e));
		this.face = this.faces[n] ??= xo(this.body.track.steps[n] ?? [], t);
	}
}, bo = {
	outer: 0,
	inner: 0,
	lead: -1,
	men: 0,
	acting: 0,
	shares: [],
	neutral: !0
};
function xo(e, t) {
	let n = e.slice(7, 7 + t), r = e.slice(7 + t, 7 + 2 * t), i = n.reduce((e, t) => e + t, 0), a = Math.max(i, r.reduce((e, t) => e + t, 0)), o = Math.max(...n, 0), s = o > 0 ? n.indexOf(o) : e[4] ?? -1, c = r.map((e) => a > 0 ? e / a : 0);
	return {
		outer: Math.sqrt(a),
		inner: Math.sqrt(i),
		lead: s,
		men: a,
		acting: i,
		shares: c,
		neutral: i === 0
	};
}
var So = class {
	reel;
	points;
	looks;
	marks;
	scale;
	seats = /* @__PURE__ */ new Map();
	last = NaN;
	constructor(e, t, n) {
		this.reel = e, this.points = t, this.looks = n, this.marks = e.bodies.map((t, n) => new yo(n, t, e.stage.units[t.track.unit]?.kind ?? ""));
		let r = 1;
		for (let { body: t } of this.marks) for (let n of t.track.steps) r = Math.max(r, xo(n, e.authorities).outer);
		this.scale = 15 / Math.max(r, 12);
	}
	move(e, t, n, r, i) {
		let a = /* @__PURE__ */ new Map(), o = 2.4 * Math.max(n, n ** 1.35);
		for (let t of this.marks) {
			let { body: r } = t;
			if (t.shown = r.there(e), !t.shown || (t.read(e, this.reel.authorities), t.shown = t.face.men > 0 && i(t), !t.shown) || (t.r = Math.max(o, t.face.outer * this.scale * n), t.leg = r.leg(e), t.leg)) continue;
			let s = r.site(e), c = a.get(s);
			c ? c.push(t) : a.set(s, [t]);
		}
		let s = r >= 1 || Math.abs(e - this.last) > 400;
		this.last = e;
		let c = !1;
		for (let n of this.marks) n.shown && n.leg && (c = this.march(n, e, t, s ? 1 : r) || c);
		for (let [e, i] of a) c = this.stand(e, i, t, n, s ? 1 : r) || c;
		return c;
	}
	march(e, t, n, r) {
		let [i, a, o, s] = e.onWay(t, this.points), c = e.index * 7 % 5 - 2;
		return e.moving = !0, e.stretch = s, e.angle = o, Co(e, i * n.k + n.x - Math.sin(o) * c * 3, a * n.k + n.y + Math.cos(o) * c * 3, r);
	}
	stand(e, t, n, r, i) {
		let a = this.points[e], o = !1, s = this.seatsOf(e, t, r);
		for (let e of t) {
			let t = s.get(e.index);
			e.shown = a !== void 0 && t !== void 0, a && t && (e.moving = !1, o = Co(e, a[0] * n.k + n.x + t.x, a[1] * n.k + n.y + t.y, i) || o);
		}
		return o;
	}
	seatsOf(e, t, n) {
		let r = Math.round(n * 64);
		for (let e of t) r = Math.imul(r ^ e.index + 1, 16777619) + Math.round(e.r * 2) * 31 + e.face.lead | 0;
		let i = this.seats.get(e);
		if (i?.key === r) return i.seats;
		let a = [...t].sort((e, t) => t.r - e.r || e.index - t.index), o = ao(a.map((e) => e.r), a.map((e) => [-1, 1][this.looks[e.face.lead]?.look ?? -1] ?? 0), 6 * n), s = new Map(a.map((e, t) => [e.index, o[t]]));
		return this.seats.set(e, {
			key: r,
			seats: s
		}), s;
	}
	under(e, t, n = 4) {
		let r = null;
		for (let i of this.marks) i.shown && Math.hypot(i.x - e, i.y - t) <= i.r + n && (!r || i.r < r.r) && (r = i);
		return r;
	}
};
function Co(e, t, n, r) {
	return r >= 1 || Number.isNaN(e.x) ? (e.x = t, e.y = n, !1) : (e.x += (t - e.x) * r, e.y += (n - e.y) * r, Math.abs(e.x - t) + Math.abs(e.y - n) > .4);
}
var wo = class {
	stops;
	ends = [];
	length;
	constructor(e, t) {
		this.stops = e.map((e) => t[e] ?? [0, 0]);
		let n = 0;
		for (let e = 1; e < this.stops.length; e++) {
			let [t, r] = [this.stops[e - 1], this.stops[e]];
			this.ends.push(n += Math.hypot(r[0] - t[0], r[1] - t[1]));
		}
		this.length = n;
	}
	at(e) {
		let t = Math.min(1, Math.max(0, e)) * this.length, n = 0;
		for (; n < this.ends.length - 1 && this.ends[n] < t;) n++;
		let r = this.stops[n] ?? [0, 0], i = this.stops[n + 1] ?? r, a = n ? this.ends[n - 1] : 0, o = (this.ends[n] ?? 0) - a, s = o > 0 ? (t - a) / o : 0;
		return [
			r[0] + (i[0] - r[0]) * s,
			r[1] + (i[1] - r[1]) * s,
			Math.atan2(i[1] - r[1], i[0] - r[0]),
			n
		];
	}
};
// src/player/labels.ts
function To(e, t, n = 0) {
	return e.x < t.x + t.w + n && t.x < e.x + e.w + n && e.y < t.y + t.h + n && t.y < e.y + e.h + n;
}
var Eo = 2;
function Do({ x: e, y: t, r: n, w: r, h: i }) {
	let a = n + 5, o = n + 5;
	return [
		{
			x: e + a,
			y: t - i / 2,
			w: r,
			h: i
		},
		{
			x: e - a - r,
			y: t - i / 2,
			w: r,
			h: i
		},
		{
			x: e - r / 2,
			y: t - a - i,
			w: r,
			h: i
		},
		{
			x: e - r / 2,
			y: t + a,
			w: r,
			h: i
		},
		{
			x: e + o,
			y: t - o - i,
			w: r,
			h: i
		},
		{
			x: e + o,
			y: t + o,
			w: r,
			h: i
		},
		{
			x: e - o - r,
			y: t - o - i,
			w: r,
			h: i
		},
		{
			x: e - o - r,
			y: t + o,
			w: r,
			h: i
		}
	];
}
function Oo(e, t, n = [], r = Infinity, i = 3) {
	let a = [...n], o = [];
	for (let n of [...e].sort((e, t) => t.weight - e.weight || e.id - t.id)) {
		if (o.length >= r) break;
		let e = Do(n).find((e) => ko(e, t) && !a.some((t) => (t.weight ?? Infinity) > n.weight - Eo && To(e, t, i)));
		e && (a.push(e), o.push({
			id: n.id,
			text: n.text,
			...e
		}));
	}
	return o;
}
function ko(e, t) {
	return e.x >= t.x && e.y >= t.y && e.x + e.w <= t.x + t.w && e.y + e.h <= t.y + t.h;
}
function Ao(e, t, n) {
	let r = null, i = t * 1.15;
	for (let a = 1; a < e.length; a++) {
		let [o, s] = [e[a - 1], e[a]], c = e[a + 1], l = c && Math.abs(jo(o, s, c)) < .35 ? c : s, u = Math.hypot(l[0] - o[0], l[1] - o[1]), [d, f] = [(o[0] + l[0]) / 2, (o[1] + l[1]) / 2];
		if (u <= i || !ko({
			x: d - t / 2,
			y: f - 6,
			w: t,
			h: 12
		}, n)) continue;
		let p = Math.atan2(l[1] - o[1], l[0] - o[0]);
		p > Math.PI / 2 && (p -= Math.PI), p < -Math.PI / 2 && (p += Math.PI), r = {
			x: d,
			y: f,
			angle: p
		}, i = u;
	}
	return r;
}
function jo(e, t, n) {
	let r = Math.atan2(t[1] - e[1], t[0] - e[0]), i = Math.atan2(n[1] - t[1], n[0] - t[0]);
	return Math.atan2(Math.sin(i - r), Math.cos(i - r));
}
// src/player/paint-sites.ts
function Mo(e, t) {
	return (2.6 + Math.min(6, Math.max(0, e.worth)) * .55) * Math.min(1.7, Math.max(.85, t));
}
function No(e, t) {
	let { x: n, y: r, r: i } = t;
	t.contested && Po(e, n, r, i * 2.4 + 5), e.globalAlpha = 1, e.beginPath(), t.unknown || t.look < 0 ? e.arc(n, r, t.unknown ? i : i * .75, 0, 2 * Math.PI) : ra(e, t.look, n, r, i), e.lineWidth = 3.2, e.strokeStyle = "#FFFFFF", e.stroke(), e.fillStyle = "#FFFFFF", e.fill(), !t.unknown && t.look >= 0 && (e.globalAlpha = .25 + .75 * t.sure, e.fillStyle = $(t.look), e.fill(), e.globalAlpha = 1), e.lineWidth = t.look < 0 || t.unknown ? 1.1 : t.sure < 1 ? 1.3 : .8, e.strokeStyle = t.look < 0 || t.unknown ? ea : t.sure < 1 ? $(t.look) : "#23201B", t.unknown && e.setLineDash([2, 2]), e.stroke(), e.setLineDash([]), t.unknown && Io(e, n, r, i);
}
function Po(e, t, n, r) {
	e.lineWidth = 1.5, Pa(t, n, r, 4).forEach(([t, n, r, i], a) => {
		e.beginPath(), e.moveTo(t, n), e.lineTo(r, i), e.strokeStyle = $(a % 2), e.globalAlpha = .55, e.stroke();
	}), e.globalAlpha = 1;
}
function Fo(e, { x: t, y: n, r, look: i }, a) {
	a < 0 || a >= 1 || (e.beginPath(), e.arc(t, n, r + 3 + a * 22, 0, 2 * Math.PI), e.globalAlpha = (1 - a) * .9, e.strokeStyle = $(i), e.lineWidth = 2.5 * (1 - a) + .5, e.stroke(), e.globalAlpha = 1);
}
function Io(e, t, n, r) {
	e.fillStyle = "#5C564B", e.font = `600 ${Math.round(r * 1.7)}px Georgia, serif`, e.textAlign = "center", e.textBaseline = "middle", e.fillText("?", t, n + .5);
}
// src/player/names.ts
var Lo = "\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", Georgia, \"PT Serif\", serif", Ro = class {
	canvas;
	stage;
	points;
	lines;
	words;
	widths = /* @__PURE__ */ new Map();
	reserved = [];
	width = 0;
	height = 0;
	ratio = 1;
	constructor(e, t, n, r, i) {
		this.canvas = e, this.stage = t, this.points = n, this.lines = r, this.words = i;
	}
	speak(e) {
		this.words = e;
	}
	resize(e, t, n) {
		[this.width, this.height, this.ratio] = [
			e,
			t,
			n
		], this.canvas.width = Math.round(e * n), this.canvas.height = Math.round(t * n);
	}
	layout(e, t, n) {
		let r = this.canvas.getContext("2d");
		r.setTransform(1, 0, 0, 1, 0, 0), r.clearRect(0, 0, this.canvas.width, this.canvas.height), r.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
		let i = {
			x: 2,
			y: 2,
			w: this.width - 4,
			h: this.height - 4
		}, a = this.places(r, e, t, n, i);
		for (let t of this.lying(r, e, i, a)) this.lay(r, t);
		for (let e of a) this.write(r, e);
	}
	measure(e, t, n) {
		let r = `${n}|${t}`, i = this.widths.get(r);
		return i === void 0 && (e.font = n, this.widths.set(r, i = e.measureText(t).width)), i;
	}
	font(e) {
		let t = this.stage.sites[e]?.worth ?? 0, n = (t >= 4 ? 15 : t >= 2 ? 13 : 12) - (this.width < 560 ? 2 : 0);
		return {
			size: n,
			font: `${t >= 4 ? 600 : 400} ${n}px ${Lo}`
		};
	}
	places(e, t, n, r, i) {
		let a = [], o = [...this.reserved], s = new Set(this.stage.authorities.map((e) => e.seat));
		return this.stage.sites.forEach((i, c) => {
			let l = this.points[c], [u, d] = [l[0] * t.k + t.x, l[1] * t.k + t.y];
			if (u < -40 || d < -20 || u > this.width + 40 || d > this.height + 20) return;
			let f = Mo(i, n), { size: p, font: m } = this.font(c), h = this.words.pick(i.title), g = i.worth + (s.has(c) ? 3 : 0) + (c === r ? 100 : 0);
			o.push({
				x: u - f,
				y: d - f,
				w: 2 * f,
				h: 2 * f,
				weight: g
			}), a.push({
				id: c,
				text: h,
				w: this.measure(e, h, m),
				h: p * 1.15,
				x: u,
				y: d,
				r: f,
				weight: g
			});
		}), Oo(a, i, o, Math.max(8, Math.round(this.width * this.height / 16e3)), 4);
	}
	lying(e, t, n, r) {
		let i = [], a = [...r, ...this.reserved];
		for (let { title: r, line: o, water: s } of this.lines) {
			let c = this.words.pick(r), l = this.measure(e, c, zo(s)) + (s ? c.length * 1.5 : 0), u = Ao(o.map((e) => [e[0] * t.k + t.x, e[1] * t.k + t.y]), l, n);
			if (!u) continue;
			let [d, f] = [Math.abs(Math.cos(u.angle)) * l + 14, Math.abs(Math.sin(u.angle)) * l + 14], p = {
				x: u.x - d / 2,
				y: u.y - f / 2,
				w: d,
				h: f
			};
			a.some((e) => To(p, e)) || (a.push(p), i.push({
				text: c,
				...u,
				water: s
			}));
		}
		return i;
	}
	lay(e, { text: t, x: n, y: r, angle: i, water: a }) {
		e.save(), e.translate(n, r), e.rotate(i), e.font = zo(a), "letterSpacing" in e && (e.letterSpacing = a ? "1.5px" : "0px"), e.textAlign = "center", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3, e.strokeStyle = a ? "rgba(223,234,240,.9)" : "rgba(246,242,233,.9)", e.strokeText(t, 0, 0), e.fillStyle = a ? "#3B6A84" : "#75695A", e.fillText(t, 0, 0), e.restore();
	}
	write(e, { id: t, text: n, x: r, y: i, h: a }) {
		let { font: o } = this.font(t);
		e.font = o, e.textAlign = "left", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3.4, e.strokeStyle = "rgba(251,248,241,.92)", e.strokeText(n, r, i + a / 2), e.fillStyle = "#23201B", e.fillText(n, r, i + a / 2);
	}
};
function zo(e) {
	return e ? `italic 13px ${Lo}` : `italic 11px ${Lo}`;
}
// src/player/afar.ts
var Bo = { count: 0 }, Vo = { begin: () => null }, Ho = 2, Uo = class {
	canvas;
	cover;
	sides;
	thread = null;
	state = "none";
	size = [
		0,
		0,
		1
	];
	sent = 0;
	first = 0;
	told = {
		round: -1,
		looks: 0
	};
	ground = -1;
	over = !1;
	constructor(e, t, n) {
		this.canvas = e, this.cover = t, this.sides = n;
	}
	resize(e, t, n) {
		this.size = [
			e,
			t,
			n
		], this.rest(), this.state === "ready" && this.tell({ size: this.size }), this.ground = -1;
	}
	show(e, t, n, r) {
		if (this.state === "none" && this.begin(), this.state !== "ready") return !1;
		this.first ||= this.sent + 1, r !== this.ground && this.lay(n, r), t.round !== this.told.round && (this.told = {
			round: t.round,
			looks: 0
		});
		let i = t.list.slice(this.told.looks);
		return this.told.looks = t.list.length, this.tell({
			picture: e,
			looks: i,
			number: ++this.sent
		}, [e.marks.buffer]), this.over;
	}
	rest() {
		this.first = 0, this.over && (this.cover.style.opacity = ""), this.over = !1;
	}
	end() {
		this.thread?.terminate(), this.state = "refused";
	}
	tell(e, t = []) {
		this.thread.postMessage(e, t);
	}
	lay(e, t) {
		this.ground = t, createImageBitmap(e).then((e) => {
			t === this.ground && this.tell({ ground: e }, [e]);
		});
	}
	begin() {
		if (this.state = "refused", "transferControlToOffscreen" in this.canvas) {
			try {
				this.thread = Vo.begin();
			} catch {
				return;
			}
			this.thread && (this.state = "begun", this.thread.onerror = () => {
				this.rest(), this.end();
			}, this.thread.onmessage = ({ data: e }) => {
				"begun" in e ? this.join() : this.heard(e.painted);
			});
		}
	}
	join() {
		let e = this.canvas.transferControlToOffscreen();
		this.tell({
			canvas: e,
			sides: this.sides
		}, [e]), this.tell({ size: this.size }), this.state = "ready";
	}
	heard(e) {
		this.over && (Bo.count += 1), this.over || !this.first || e < this.first + Ho || (this.over = !0, this.cover.style.opacity = "0");
	}
}, Wo = [
	[],
	[2.5, 1.5],
	[1, 2]
], Go = "#23201B", Ko = 14;
function qo(e, t, n, r) {
	let { x: i, y: a, r: o, inner: s, face: c } = t, l = n[c.lead]?.look ?? -1;
	e.beginPath(), e.arc(i, a, o + 1.6, 0, 2 * Math.PI), e.fillStyle = "#FFFFFF", e.fill(), s > .6 && (e.beginPath(), ra(e, Math.max(l, 0), i, a, l === 0 ? s : Math.min(s, o * .86)), e.fillStyle = $(l), e.fill()), Yo(e, t, n), t.sign && Jo(e, t), e.beginPath(), e.arc(i, a, o + 1.1, 0, 2 * Math.PI), e.strokeStyle = r ? Go : "rgba(35,32,27,.45)", e.lineWidth = r ? 2 : .6, e.stroke();
}
function Jo(e, { x: t, y: n, r, inner: i, sign: a }) {
	let o = Math.min(r * 1.5, 18) / Ko, s = new Path2D(ja(a)), c = i > o * Ko * .47;
	e.save(), e.translate(t - o * Ko / 2, n - o * Ko / 2), e.scale(o, o), e.lineJoin = e.lineCap = "round";
	let l = (t, n) => {
		e.strokeStyle = t, e.lineWidth = n / o, e.stroke(s);
	};
	i > .6 && !c && l("#FFFFFF", 3.2), l(c ? "#FFFFFF" : Go, Math.max(1.1, o * 1.2)), e.restore();
}
function Yo(e, { x: t, y: n, r, face: i }, a) {
	let o = -Math.PI / 2;
	e.lineWidth = Math.max(1.2, Math.min(2.4, r * .25));
	for (let s = 0; s < i.shares.length; s++) {
		let c = i.shares[s];
		if (c < .01) continue;
		let l = o + c * 2 * Math.PI, u = a[s]?.look ?? 2;
		e.beginPath(), e.arc(t, n, Math.max(1, r - e.lineWidth / 2 + .4), o, l), e.strokeStyle = $(u), r > 5 && e.setLineDash(Wo[Math.min(u, 2)]), e.stroke(), o = l;
	}
	r > 5 && e.setLineDash([]);
}
function Xo(e, t, n, r, i) {
	let a = (e, i) => [t + Math.cos(r + e) * i, n + Math.sin(r + e) * i];
	e.beginPath(), e.moveTo(...a(0, 4)), e.lineTo(...a(2.1, 4)), e.lineTo(...a(-2.1, 4)), e.closePath(), e.fillStyle = $(i), e.fill(), e.strokeStyle = "#FFFFFF", e.lineWidth = .8, e.stroke();
}
// src/player/sprites.ts
var Zo = class {
	sides;
	made = [];
	looks = [];
	round = -1;
	pens = /* @__PURE__ */ new Map();
	constructor(e) {
		this.sides = e;
	}
	has(e) {
		return e === this.round ? this.looks.length : 0;
	}
	learn(e, t) {
		e !== this.round && (this.round = e, this.made = [], this.looks = []), this.looks.push(...t);
	}
	stamp(e, t, n) {
		for (let r = 0; r < n.length; r += 3) {
			let i = n[r], a = this.made[i] ??= this.make(this.looks[i], t);
			e.drawImage(a, n[r + 1], n[r + 2]);
		}
	}
	make(e, t) {
		let { side: n } = e, r = this.pens.get(n);
		r || this.pens.set(n, r = new OffscreenCanvas(n, n).getContext("2d")), r.setTransform(t, 0, 0, t, 0, 0);
		let i = n / t / 2;
		return e.kind === "body" ? qo(r, {
			...e,
			x: i,
			y: i
		}, this.sides, e.strong) : Xo(r, i, i, e.angle, e.look), r.canvas.transferToImageBitmap();
	}
};
// src/player/paint-signals.ts
function Qo(e, t, n, r) {
	t.length < 2 || (e.beginPath(), t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), $o(e, t[t.length - 2], t[t.length - 1], r ? 9 : 6), e.strokeStyle = $(n), e.globalAlpha = r ? 1 : .6, e.lineWidth = r ? 2.6 : 1.4, e.stroke(), e.globalAlpha = 1);
}
function $o(e, t, [n, r], i) {
	let a = Math.atan2(r - t[1], n - t[0]);
	e.moveTo(n - Math.cos(a - .45) * i, r - Math.sin(a - .45) * i), e.lineTo(n, r), e.lineTo(n - Math.cos(a + .45) * i, r - Math.sin(a + .45) * i);
}
function es(e, t, n, r, i, a) {
	let o = i === "sent" || i === "heard" ? n : [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2];
	e.globalAlpha = Math.max(.12, .85 * (1 - a)), e.strokeStyle = e.fillStyle = $(r), e.lineWidth = 1.3, e.setLineDash(i === "heard" ? [1.5, 3] : [5, 4]), e.beginPath(), e.moveTo(...t), e.lineTo(...o), e.stroke(), e.setLineDash([]), i === "lost" && ts(e, o), i === "held" && ns(e, t, o), i === "heard" && (e.beginPath(), e.arc(...n, 2.6, 0, 2 * Math.PI), e.fill()), e.globalAlpha = 1;
}
function ts(e, [t, n]) {
	e.lineWidth = 2, e.beginPath(), e.moveTo(t - 4, n - 4), e.lineTo(t + 4, n + 4), e.moveTo(t + 4, n - 4), e.lineTo(t - 4, n + 4), e.stroke();
}
function ns(e, t, [n, r]) {
	let i = Math.atan2(r - t[1], n - t[0]) + Math.PI / 2;
	e.lineWidth = 3, e.beginPath(), e.moveTo(n - Math.cos(i) * 6, r - Math.sin(i) * 6), e.lineTo(n + Math.cos(i) * 6, r + Math.sin(i) * 6), e.stroke();
}
function rs(e, t, n, r, i) {
	let a = Math.hypot(n[0] - t[0], n[1] - t[1]), o = [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2 - a * .35 - 12];
	e.strokeStyle = $(r), e.globalAlpha = Math.max(.15, .9 * (1 - i)), e.lineWidth = 1.6, e.beginPath(), e.moveTo(...t), e.quadraticCurveTo(...o, ...n), e.stroke();
	let s = Math.min(1, i * 2.5), c = (e) => (1 - s) ** 2 * t[e] + 2 * s * (1 - s) * o[e] + s * s * n[e];
	s < 1 ? (e.fillStyle = "#23201B", e.beginPath(), e.arc(c(0), c(1), 3, 0, 2 * Math.PI), e.fill()) : is(e, n, 1.1, i), e.globalAlpha = 1;
}
function is(e, [t, n], r, i) {
	let [a, o] = [13 * r, 6 * r];
	e.globalAlpha = Math.max(0, 1 - i), e.beginPath();
	for (let r = 0; r < 16; r++) {
		let i = r / 16 * 2 * Math.PI, s = r % 2 ? o : a, c = [t + Math.cos(i) * s, n + Math.sin(i) * s];
		r ? e.lineTo(...c) : e.moveTo(...c);
	}
	e.closePath(), e.lineWidth = 1.6, e.strokeStyle = "#7A2E1D", e.stroke(), e.globalAlpha = 1;
}
// src/player/strokes.ts
function as(e, [t, n], r) {
	e.beginPath(), e.arc(t, n, r, 0, 2 * Math.PI), e.strokeStyle = "#FFFFFF", e.lineWidth = 5, e.stroke(), e.strokeStyle = "#0B5CAD", e.lineWidth = 2.4, e.stroke();
}
var os = {
	march: Qo,
	pulse: Fo,
	call: es,
	shell: rs,
	fight: is,
	chosen: as
};
function ss(e, [t, ...n]) {
	os[t](e, ...n);
}
// src/player/easel.ts
var cs = class {
	sprites;
	ratio = 1;
	constructor(e) {
		this.sprites = new Zo(e);
	}
	news(e, t) {
		return t.slice(this.sprites.has(e));
	}
	paint(e, t, { below: n, marks: r, above: i }) {
		e.setTransform(1, 0, 0, 1, 0, 0), e.drawImage(t, 0, 0), this.strokes(e, n), e.setTransform(1, 0, 0, 1, 0, 0), this.sprites.stamp(e, this.ratio, r), this.strokes(e, i);
	}
	strokes(e, t) {
		if (t.length) {
			e.setTransform(this.ratio, 0, 0, this.ratio, 0, 0), e.lineJoin = "round";
			for (let n of t) ss(e, n);
		}
	}
}, ls = {
	called: "sent",
	demanded: "sent",
	heard: "heard",
	lost: "lost",
	intercepted: "held",
	suppressed: "held",
	forged: "sent"
}, us = {
	"fired-first": 1,
	skirmished: .7,
	assaulted: 1.2,
	repulsed: 1,
	killed: .8,
	"shot-disarmed": 1
};
function ds(e) {
	let { minute: t, authority: n, unit: r, site: i } = e, a = ls[e.event];
	if (a && n >= 0 && (r >= 0 || i >= 0)) return {
		kind: "call",
		fate: a,
		minute: t,
		authority: n,
		unit: r,
		site: i
	};
	if (e.event === "shelled" && i >= 0) return {
		kind: "shell",
		minute: t,
		unit: r,
		site: i,
		authority: n
	};
	let o = us[e.event];
	return o && i >= 0 ? {
		kind: "fight",
		minute: t,
		site: i,
		strength: o
	} : null;
}
var fs = class {
	all;
	minutes;
	constructor(e) {
		this.all = e.map(ds).filter((e) => e !== null), this.minutes = Int32Array.from(this.all, (e) => e.minute);
	}
	recent(e, t) {
		return this.all.slice(ro(this.minutes, e - t) + 1, ro(this.minutes, e) + 1);
	}
}, ps = 1500, ms = 7, hs = 16, gs = 2 * Math.PI / hs, _s = Array.from({ length: hs }, (e, t) => Math.cos(t * gs)), vs = Array.from({ length: hs }, (e, t) => Math.sin(t * gs));
function ys(e) {
	return (Math.round(e / gs) % hs + hs) % hs;
}
var bs = class {
	sides;
	list = [];
	round = 0;
	known = /* @__PURE__ */ new Map();
	pointers = [];
	ratio = 1;
	constructor(e) {
		this.sides = e;
	}
	scale(e) {
		this.ratio = e, this.forget();
	}
	tidy() {
		this.list.length > ps && this.forget();
	}
	forget() {
		this.round += 1, this.list = [], this.known.clear(), this.pointers = [];
	}
	put(e, t, n, r = !1) {
		let { face: i, r: a, given: o } = t, s = r && a >= ms ? t.kind : "", c = o;
		if (c && c.face === i && c.r === a && c.sign === s && c.strong === n && c.round === this.round || (c = t.given = {
			face: i,
			r: a,
			sign: s,
			strong: n,
			round: this.round,
			id: this.body(t, s, n)
		}), this.lay(e, c.id, t.x, t.y), !t.moving) return;
		let l = ys(t.angle);
		this.lay(e, this.pointer(i.lead, l), t.x + _s[l] * (a + 5), t.y + vs[l] * (a + 5));
	}
	lay(e, t, n, r) {
		let i = this.list[t].side / 2;
		e.push(t, Math.round(n * this.ratio - i), Math.round(r * this.ratio - i));
	}
	body({ face: e, r: t }, n, r) {
		let i = t > 8 ? Math.round(t) : Math.round(t * 2) / 2, a = e.outer > 0 ? Math.round(i * e.inner * 2 / e.outer) / 2 : 0, o = e.shares.map((e) => Math.round(e * 12) / 12), s = `${i}|${a}|${e.lead}|${o.join()}|${n}${+!!r}`, c = this.known.get(s);
		return c === void 0 && this.known.set(s, c = this.list.push({
			kind: "body",
			side: this.side(i + 3),
			r: i,
			inner: a,
			face: {
				...e,
				shares: o
			},
			sign: n,
			strong: r
		}) - 1), c;
	}
	pointer(e, t) {
		let n = (e + 1) * hs + t;
		return this.pointers[n] ??= this.list.push({
			kind: "pointer",
			side: this.side(6),
			angle: t * gs,
			look: this.sides[e]?.look ?? -1
		}) - 1;
	}
	side(e) {
		return Math.ceil(2 * e * this.ratio);
	}
}, xs = 1e3, Ss = Math.PI / 180, Cs = (e) => Math.tan(Math.PI / 4 + e / 2), ws = (e, t) => [e, Math.log(Cs(t))];
function Ts(e, t) {
	let n = e === t ? Math.sin(e) : Math.log(Math.cos(e) / Math.cos(t)) / Math.log(Cs(t) / Cs(e)), r = Math.cos(e) * Cs(e) ** n / n;
	return (e, t) => {
		let i = r / Cs(t) ** n;
		return [i * Math.sin(n * e), r - i * Math.cos(n * e)];
	};
}
function Es(e) {
	let t = e.map((e) => e.lon), n = e.map((e) => e.lat), [r, i] = [Math.min(...t), Math.max(...t)], [a, o] = [Math.min(...n), Math.max(...n)], s = i - r > 8 || o - a > 6, c = s ? (r + i) / 2 : 0, l = (o - a) / 6, u = s ? Ts((a + l) * Ss, (o - l) * Ss) : ws, d = ([e, t]) => {
		let [n, r] = u((e - c) * Ss, t * Ss);
		return [n, -r];
	}, [f, p, m, h] = Ds(e.map((e) => d([e.lon, e.lat]))), g = xs / Math.max(m - f, h - p, 1e-9);
	return (e) => {
		let [t, n] = d(e);
		return [(t - (f + m) / 2) * g, (n - (p + h) / 2) * g];
	};
}
function Ds(e) {
	let t = e.map((e) => e[0]), n = e.map((e) => e[1]);
	return [
		Math.min(...t),
		Math.min(...n),
		Math.max(...t),
		Math.max(...n)
	];
}
function Os(e, t, n = [], r = 1.9) {
	let i = e.map((e, t) => t).sort((e, n) => (t[n] ?? 0) - (t[e] ?? 0) || e - n), a = i.slice(0, Math.max(2, Math.ceil(i.length / 2))), o = (t) => ks(a.map((n) => e[n][t])), [s, c] = [o(0), o(1)], l = e.map((e) => Math.hypot(e[0] - s, e[1] - c)), u = r * ks(l);
	return Ds(e.filter((e, t) => l[t] <= u || n.includes(t)));
}
function ks(e) {
	let t = [...e].sort((e, t) => e - t);
	return t[t.length >> 1] ?? 0;
}
function As([e, t, n, r], i, a, o = 40) {
	let s = Math.min((i - 2 * o) / Math.max(n - e, 1), (a - 2 * o) / Math.max(r - t, 1));
	return {
		k: s,
		x: i / 2 - s * (e + n) / 2,
		y: a / 2 - s * (t + r) / 2
	};
}
function js(e, t) {
	let n = t[Math.floor(t.length / 2)];
	if (!n) return 1;
	let [r, i] = [e([n.lon, n.lat]), e([n.lon, n.lat + .01])];
	return 1111.95 / Math.max(1e-9, Math.hypot(r[0] - i[0], r[1] - i[1]));
}
// src/player/painter.ts
var Ms = 24, Ns = 40, Ps = 2160, Fs = class {
	canvas;
	sky;
	beneath;
	reel;
	projection;
	points;
	zoom = {
		k: 1,
		x: 0,
		y: 0
	};
	width = 0;
	height = 0;
	crowd;
	ratio = 1;
	signals;
	base;
	names;
	stamps;
	easel;
	afar;
	grounds = 0;
	pen;
	ground = document.createElement("canvas");
	land = document.createElement("canvas");
	stale = !0;
	first = {
		k: 1,
		x: 0,
		y: 0
	};
	sitesKey = "";
	news = [];
	looked = 0;
	constructor(e, t, n, r, i) {
		this.canvas = e, this.sky = t, this.beneath = n, this.reel = r;
		let { stage: a } = r;
		this.pen = e.getContext("2d", { alpha: !1 }), this.projection = Es(a.sites), this.points = a.sites.map((e) => this.projection([e.lon, e.lat])), this.base = new $a(a, this.projection, js(this.projection, a.sites), this.points), this.names = new Ro(t, a, this.points, this.base.names, i), this.crowd = new So(r, this.points, a.authorities), this.signals = new fs(r.film.happenings);
		let o = a.authorities.map(({ look: e }) => ({ look: e }));
		this.stamps = new bs(a.authorities), this.easel = new cs(o), this.afar = new Uo(n, e, o);
	}
	reserve(e) {
		this.names.reserved = e, this.stale = !0;
	}
	speak(e) {
		this.names.speak(e), this.stale = !0;
	}
	resize(e, t, n) {
		[this.width, this.height, this.ratio] = [
			e,
			t,
			n
		];
		let [r, i] = [Math.round(e * n), Math.round(t * n)];
		for (let e of [
			this.canvas,
			this.ground,
			this.land
		]) [e.width, e.height] = [r, i];
		for (let e of [
			this.canvas,
			this.sky,
			this.beneath
		]) e.style.width = `${r / n}px`, e.style.height = `${i / n}px`;
		this.first = this.home(), this.names.resize(e, t, n), this.stamps.scale(n), this.easel.ratio = n, this.afar.resize(this.canvas.width, this.canvas.height, n), this.stale = !0;
	}
	home(e = !1) {
		let { sites: t, authorities: n } = this.reel.stage, r = n.filter((e) => e.contender).map((e) => e.seat), i = e ? Infinity : this.width < 560 ? 1.3 : 1.9;
		return As(Os(this.points, t.map((e) => e.worth), r, i), this.width, this.height, Math.min(48, this.width / 12));
	}
	look(e) {
		this.zoom = e, this.stale = !0;
	}
	get grow() {
		let e = this.first.k;
		return Math.min(1, Math.max(.72, Math.min(this.width, this.height) / 620)) * Math.min(2.4, Math.max(.75, (this.zoom.k / e) ** .45));
	}
	reveal([e, t], n) {
		let { width: r, height: i, zoom: a, first: o } = this;
		if (((e, t) => e > r * .08 && e < r * .92 && t > i * .1 && t < i * .9)(e, t)) return null;
		let [s, c] = [(e - a.x) / a.k, (t - a.y) / a.k];
		if (Math.max(Math.abs(s * o.k + o.x - r / 2) / r, Math.abs(c * o.k + o.y - i / 2) / i) < 1) return {
			k: a.k,
			x: a.x + r / 2 - e,
			y: a.y + i / 2 - t
		};
		if (!n) return null;
		let [l, u] = [(r / 2 - o.x) / o.k, (i / 2 - o.y) / o.k];
		return As([
			Math.min(s, l),
			Math.min(c, u),
			Math.max(s, l),
			Math.max(c, u)
		], r, i, Math.min(r, i) * .22);
	}
	at(e) {
		let t = this.points[e];
		return t ? [t[0] * this.zoom.k + this.zoom.x, t[1] * this.zoom.k + this.zoom.y] : null;
	}
	where(e, t) {
		let n = this.reel.bodies[e];
		if (!n) return null;
		let r = n.leg(t);
		if (!r) return this.at(n.site(t));
		let [i, a] = new wo(r.path, this.points).at((t - r.start) / Math.max(1, r.end - r.start));
		return [i * this.zoom.k + this.zoom.x, a * this.zoom.k + this.zoom.y];
	}
	draw(e) {
		let t = this.grow, n = this.stale;
		n && this.paintLand(t, e.site);
		let r = performance.now();
		(n || !e.playing || r - this.looked > 90) && (this.looked = r, this.paintSites(e, t, n));
		let i = this.crowd.move(e.minute, this.zoom, t, e.ease, (t) => e.layer < 0 || t.face.lead === e.layer);
		return this.hang(this.compose(e), e.playing && !e.still && !n), i;
	}
	end() {
		this.afar.end();
	}
	hang(e, t) {
		let { stamps: n, easel: r } = this, i = t ? {
			...e,
			marks: e.marks.slice()
		} : e;
		t && this.afar.show(i, n, this.ground, this.grounds) || (r.sprites.learn(n.round, r.news(n.round, n.list)), r.paint(this.pen, this.ground, e), Bo.count += 1, t || this.afar.rest());
	}
	compose(e) {
		this.stamps.tidy();
		let t = [], n = this.reel.stage.units.length * (this.first.k / this.zoom.k) ** 2 <= Ns;
		for (let r of this.crowd.marks) r.shown && this.inView(r.x, r.y) && this.stamps.put(t, r, r.index === e.track, n);
		let r = this.marches(e);
		for (let t of this.news) r.push([
			"pulse",
			t,
			(e.minute - t.since) / e.lasting
		]);
		let i = !e.still || e.lasting > 0 ? this.signalled(e) : [];
		return {
			below: r,
			marks: Float32Array.from(t),
			above: [...i, ...this.chosen(e)],
			round: this.stamps.round
		};
	}
	paintLand(e, t) {
		let n = this.land.getContext("2d");
		this.base.draw(n, this.zoom, this.ratio, e * e), this.names.layout(this.zoom, e, t), this.stale = !1;
	}
	inView(e, t) {
		return e > -30 && t > -30 && e < this.width + 30 && t < this.height + 30;
	}
	lookOf(e) {
		return this.reel.stage.authorities[e]?.look ?? -1;
	}
	marches({ track: e }) {
		let t = this.crowd.marks.filter((e) => e.shown && e.leg);
		return (t.length <= Ms ? t : t.filter((t) => t.index === e)).map((t) => [
			"march",
			this.way(t),
			this.lookOf(t.face.lead),
			t.index === e
		]);
	}
	way(e) {
		return e.leg.path.map((t) => this.at(t) ?? [e.x, e.y]);
	}
	paintSites(e, t, n) {
		let { sites: r } = this.reel.stage, i = [], a = "";
		for (let n = 0; n < r.length; n++) {
			let o = this.at(n);
			if (!this.inView(...o)) continue;
			let s = this.siteLook(n, o, e, Mo(r[n], t));
			s.sure = Math.round(s.sure * 12) / 12, a += `${n}.${s.look}.${+!!s.contested}${+!!s.unknown}${s.sure},`, i.push(s);
		}
		let o = ({ since: t }) => t > 0 && e.minute - t < e.lasting;
		if (this.news = e.layer < 0 && !e.still ? i.filter(o) : [], a === this.sitesKey && !n) return;
		this.sitesKey = a, this.grounds += 1;
		let s = this.ground.getContext("2d");
		s.setTransform(1, 0, 0, 1, 0, 0), s.drawImage(this.land, 0, 0), s.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
		for (let e of i) No(s, e);
	}
	siteLook(e, [t, n], { minute: r, layer: i }, a) {
		if (i < 0) {
			let i = this.reel.hold(e, r);
			return {
				x: t,
				y: n,
				r: a,
				look: this.lookOf(i.holder),
				contested: i.contested,
				since: i.since,
				sure: 1,
				unknown: !1
			};
		}
		let { holder: o, news: s } = this.reel.belief(i, e, r), c = s < 0 ? 0 : Math.max(0, 1 - (r - s) / Ps);
		return {
			x: t,
			y: n,
			r: a,
			look: this.lookOf(o),
			contested: !1,
			since: 0,
			sure: c,
			unknown: s < 0 && o < 0
		};
	}
	signalled({ minute: e, lasting: t, layer: n }) {
		let r = [];
		for (let i of this.signals.recent(e, t)) {
			let a = (e - i.minute) / t;
			if (i.kind === "fight") {
				let e = this.at(i.site);
				e && n < 0 && r.push([
					"fight",
					e,
					i.strength * this.grow,
					a
				]);
			} else if (n < 0 || i.authority === n) {
				let e = this.wire(i, a);
				e && r.push(e);
			}
		}
		return r;
	}
	wire(e, t) {
		let n = this.lookOf(e.authority), r = this.where(e.unit, e.minute), i = this.at(e.site);
		if (e.kind === "shell") return i && [
			"shell",
			r ?? [i[0] - 60, i[1] + 40],
			i,
			n,
			t
		];
		let a = this.at(this.reel.seat(e.authority, e.minute)), o = r ?? i;
		return a && o && Math.hypot(a[0] - o[0], a[1] - o[1]) > 4 ? [
			"call",
			a,
			o,
			n,
			e.fate,
			t
		] : null;
	}
	chosen({ site: e, track: t, minute: n }) {
		let r = this.crowd.marks[t], i = r?.shown ? [r.x, r.y] : t >= 0 ? this.where(t, n) : this.at(e);
		return i ? [[
			"chosen",
			i,
			r?.shown ? r.r + 6 : 13 * this.grow
		]] : [];
	}
	siteUnder(e, t) {
		let n = this.grow, r = -1, i = 14;
		return this.points.forEach((a, o) => {
			let s = this.at(o), c = Math.hypot(s[0] - e, s[1] - t) - Mo(this.reel.stage.sites[o], n) * .5;
			c < i && ([r, i] = [o, c]);
		}), r;
	}
}, Is = /* @__PURE__ */ q("<div class=\"hint b3\" aria-hidden=\"true\"> </div>"), Ls = /* @__PURE__ */ q("<div class=\"frame b3\"><canvas role=\"img\" class=\"b3\"></canvas> <canvas class=\"beneath b3\" aria-hidden=\"true\"></canvas> <canvas class=\"over b3\" aria-hidden=\"true\"></canvas> <!></div>");
function Rs(e, t) {
	k(t, !0);
	let n = mi(t, "show", 7), r, i, a, o, s = null, c = /* @__PURE__ */ P(null), l = 0, u = 0, d = !0, f;
	function p(e, r) {
		r && (d = !1, n().follow = !1, t.onLook(e)), s?.look(e), F(c, null), m();
	}
	function m() {
		l ||= requestAnimationFrame(h);
	}
	function h(e) {
		if (l = 0, !s) return;
		let t = u ? (e - u) / 1e3 : 0;
		n().pass(t), n().follow && n().track >= 0 && g();
		let r = n().time.still || t > .5 || !u ? 1 : 1 - Math.exp(-t * 9), { layer: i, site: a, track: o } = n(), { now: c, still: d, playing: f, speed: p } = n().time, h = s.draw({
			minute: c,
			layer: i,
			site: a,
			track: o,
			still: d,
			playing: f,
			ease: r,
			lasting: Math.max(14, p)
		});
		u = f || h ? e : 0, u && m();
	}
	function g() {
		let e = s.where(n().track, n().time.now);
		if (!e) return;
		let { k: t, x: r, y: i } = s.zoom;
		v({
			k: t,
			x: r + s.width / 2 - e[0],
			y: i + s.height / 2 - e[1]
		});
	}
	function _() {
		let e = n().track >= 0 ? s?.where(n().track, n().time.now) : s?.at(n().site), t = e && s?.reveal(e, n().row < 0);
		t && (d = !1, v(t));
	}
	let v = (e) => f.set(e);
	function y(e) {
		d = !1, v(e);
	}
	function b(e) {
		d = !1, f.scaleBy(e);
	}
	function x(e, t) {
		d = !1;
		let { k: n, x: r, y: i } = s.zoom;
		v({
			k: n,
			x: r + e,
			y: i + t
		});
	}
	function S() {
		let e = s.home(), t = Math.abs(e.k - s.zoom.k) < 1e-6 && Math.abs(e.x - s.zoom.x) < 1;
		d = !t, v(t ? s.home(!0) : e);
	}
	function C() {
		if (!s) return;
		let { clientWidth: e, clientHeight: t } = o;
		if (!e || !t) return;
		let { k: n, x: r, y: i } = s.zoom, [a, c] = [(e - s.width) / 2, (t - s.height) / 2], { left: l, top: u } = o.getBoundingClientRect(), p = [...o.parentElement?.querySelectorAll(".corner, .zoom") ?? []].map((e) => e.getBoundingClientRect());
		s.reserve(p.map((e) => ({
			x: e.left - l,
			y: e.top - u,
			w: e.width,
			h: e.height
		}))), s.resize(e, t, Math.min(3, window.devicePixelRatio || 1));
		let m = s.home();
		f.between(Math.min(m.k, s.home(!0).k) * .6, m.k * 24), v(d ? m : {
			k: n,
			x: r + a,
			y: i + c
		});
	}
	function w(e) {
		let t = r.getBoundingClientRect(), [n, i] = [e.clientX - t.left, e.clientY - t.top], a = s?.crowd.under(n, i);
		return {
			track: a?.index ?? -1,
			site: a ? -1 : s?.siteUnder(n, i) ?? -1
		};
	}
	function ee(e) {
		if (e.buttons) return;
		let { site: i, track: a } = w(e), o = a >= 0 ? t.speech.body(n().reel.bodies[a]?.track) : i >= 0 ? t.speech.site(i) : "", s = r.getBoundingClientRect();
		F(c, o ? {
			x: e.clientX - s.left,
			y: e.clientY - s.top,
			text: o
		} : null, !0), r.style.cursor = o ? "pointer" : "grab";
	}
	function te(e) {
		let { site: t, track: r } = w(e);
		r >= 0 ? n().pickTrack(r) : t >= 0 ? n().pickSite(t) : n().clear();
	}
	hi(() => {
		s = new Fs(r, i, a, n().reel, t.speech.words), f = new Va(r, p);
		let e = f.hold(), c = new ResizeObserver(C);
		return c.observe(o), C(), () => {
			e(), c.disconnect(), cancelAnimationFrame(l), s?.end();
		};
	}), nn(() => {
		let { words: e } = t.speech;
		s?.speak(e), W(m);
	}), nn(() => {
		let { time: e } = n();
		e.calls, e.playing, e.speed, n().layer, n().site, n().track, n().follow, W(m);
	}), nn(() => {
		n().choices && W(_), W(m);
	}), nn(() => {
		n().site, W(() => s && s.look(s.zoom));
	});
	var ne = {
		look: y,
		zoomBy: b,
		panBy: x,
		goHome: S
	}, T = Ls(), E = I(T);
	di(E, (e) => r = e, () => r);
	var re = z(E, 2);
	di(re, (e) => a = e, () => a);
	var ie = z(re, 2);
	di(ie, (e) => i = e, () => i);
	var ae = z(ie, 2), oe = (e) => {
		var t = Is();
		let n;
		var r = R(t, !0);
		B(() => {
			n = Hr(t, "", n, {
				left: `${U(c).x ?? ""}px`,
				top: `${U(c).y ?? ""}px`
			}), Y(r, U(c).text);
		}), J(e, t);
	};
	return X(ae, (e) => {
		U(c) && e(oe);
	}), di(T, (e) => o = e, () => o), B((e) => Q(E, "aria-label", e), [() => t.speech.words.t("map_of", { place: t.speech.words.pick(n().page.stage.title) })]), G("pointermove", E, ee), tr("pointerleave", E, () => F(c, null)), G("click", E, te), J(e, T), A(ne);
}
K(["pointermove", "click"]);
// src/player/MapPane.svelte
var zs = /* @__PURE__ */ q("<div class=\"corner left\"><!></div>"), Bs = /* @__PURE__ */ q("<div class=\"corner right\"><!></div>"), Vs = /* @__PURE__ */ q("<div class=\"corner foot\"><!></div> <div class=\"zoom\" role=\"group\"><button type=\"button\"><!></button> <button type=\"button\"><!></button> <button type=\"button\"><!></button></div>", 1), Hs = /* @__PURE__ */ q("<div class=\"map\"><!> <!> <!> <!></div>");
function Us(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.words), r;
	var i = {
		zoomBy: (e) => r.zoomBy(e),
		panBy: (e, t) => r.panBy(e, t),
		goHome: () => r.goHome(),
		look: (e) => r.look(e)
	}, a = Hs(), o = I(a);
	di(Rs(o, {
		get show() {
			return t.show;
		},
		get speech() {
			return t.speech;
		},
		get onLook() {
			return t.onLook;
		}
	}), (e) => r = e, () => r);
	var s = z(o, 2), c = (e) => {
		var n = zs();
		Pr(I(n), () => t.left), J(e, n);
	};
	X(s, (e) => {
		t.left && e(c);
	});
	var l = z(s, 2), u = (e) => {
		var n = Bs();
		Pr(I(n), () => t.right), J(e, n);
	};
	X(l, (e) => {
		t.right && e(u);
	});
	var d = z(l, 2), f = (e) => {
		var r = Vs(), i = L(r);
		za(I(i), {
			get show() {
				return t.show;
			},
			get words() {
				return U(n);
			}
		});
		var a = z(i, 2), o = I(a);
		Yi(I(o), { name: "plus" });
		var s = z(o, 2);
		Yi(I(s), { name: "minus" });
		var c = z(s, 2);
		Yi(I(c), { name: "home" }), B((e, t, n, r, i, l, u) => {
			Q(a, "aria-label", e), Q(o, "aria-label", t), Q(o, "title", n), Q(s, "aria-label", r), Q(s, "title", i), Q(c, "aria-label", l), Q(c, "title", u);
		}, [
			() => U(n).t("zoom"),
			() => U(n).t("zoom_in"),
			() => U(n).t("zoom_in"),
			() => U(n).t("zoom_out"),
			() => U(n).t("zoom_out"),
			() => U(n).t("whole_map"),
			() => U(n).t("whole_map")
		]), G("click", o, () => t.keys.zoomBy(1.5)), G("click", s, () => t.keys.zoomBy(1 / 1.5)), G("click", c, () => t.keys.goHome()), J(e, r);
	};
	return X(d, (e) => {
		t.tools && e(f);
	}), J(e, a), A(i);
}
K(["click"]);
// src/player/Apart.svelte
var Ws = /* @__PURE__ */ q("<th scope=\"col\" class=\"n\"> <!></th>"), Gs = /* @__PURE__ */ q("<td> </td>"), Ks = /* @__PURE__ */ q("<tr><th scope=\"row\"><!> </th><!></tr>"), qs = /* @__PURE__ */ q("<th scope=\"col\"> <!></th>"), Js = /* @__PURE__ */ q("<td><!> </td>"), Ys = /* @__PURE__ */ q("<tr><th scope=\"row\"><button type=\"button\"> </button></th><!></tr>"), Xs = /* @__PURE__ */ q("<thead><tr><th scope=\"col\"> </th><!></tr></thead> <tbody></tbody>", 1), Zs = /* @__PURE__ */ q("<div class=\"apart a1\" role=\"region\" tabindex=\"0\"><table class=\"a1\"><caption> </caption><thead><tr><th scope=\"col\"> </th><!></tr></thead><tbody></tbody></table> <table class=\"a1\"><caption> </caption><!></table></div>");
function Qs(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => t.parts[0].speech.words), r = /* @__PURE__ */ M(() => t.shows.list.map((e) => e.page.stage)), i = /* @__PURE__ */ M(() => m(U(r), 2)), a = /* @__PURE__ */ M(() => U(i)[0]), o = /* @__PURE__ */ M(() => U(i)[1]), s = /* @__PURE__ */ M(() => Sa(U(a).sites, U(o).sites)), c = /* @__PURE__ */ M(() => Sa(U(a).authorities, U(o).authorities)), l = (e, n) => e.reel.hold(n, t.shows.time.shown), u = (e, t) => e.page.stage.authorities[t]?.id, d = /* @__PURE__ */ M(() => U(s).map((e) => ({
		at: e,
		holds: t.shows.list.map((t, n) => l(t, e[n]))
	})).filter(({ holds: e }) => u(t.shows.first, e[0].holder) !== u(t.shows.second, e[1].holder)).sort((e, t) => (U(a).sites[t.at[0]]?.worth ?? 0) - (U(a).sites[e.at[0]]?.worth ?? 0)));
	function f(e) {
		let { authorities: n, sites: r } = e.page.stage, i = n.map(() => [0, 0]);
		r.forEach((n, r) => {
			let { holder: a } = e.reel.hold(r, t.shows.time.shown);
			a >= 0 && i[a][0]++;
		});
		for (let r of e.reel.bodies) r.there(t.shows.time.shown) && r.men(t.shows.time.shown, n.length).acting.forEach((e, t) => i[t][1] += e);
		return i;
	}
	let p = /* @__PURE__ */ M(() => t.shows.list.map(f)), h = (e, n) => t.shows.list[e].page.stage.authorities[n]?.look ?? -1;
	var g = Zs(), _ = I(g), v = I(_), y = R(v, !0), b = z(v), x = I(I(b)), S = R(x, !0);
	Z(z(x), 16, () => ["apart_places", "acting"], (e) => e, (e, t) => {
		var r = fr();
		Z(L(r), 16, () => [0, 1], (e) => e, (e, r) => {
			var i = Ws(), a = I(i);
			Li(z(a), { get i() {
				return r;
			} }), B((e) => Y(a, `${e ?? ""} `), [() => U(n).t(t)]), J(e, i);
		}), J(e, r);
	}), Z(z(b), 21, () => U(c), (e) => e[0], (e, t) => {
		var r = Ks(), i = I(r), o = I(i);
		{
			let e = /* @__PURE__ */ M(() => h(0, U(t)[0]));
			ca(o, {
				get look() {
					return U(e);
				},
				size: 12
			});
		}
		var s = z(o);
		Z(z(i), 16, () => [0, 1], (e) => e, (e, r) => {
			var i = fr();
			Z(L(i), 16, () => [0, 1], (e) => e, (e, i) => {
				var a = Gs();
				let o;
				var s = R(a, !0);
				B((e) => {
					o = Br(a, 1, "n a1", null, o, { differs: U(p)[0][U(t)[0]][r] !== U(p)[1][U(t)[1]][r] }), Y(s, e);
				}, [() => U(n).number(U(p)[i][U(t)[i]][r])]), J(e, a);
			}), J(e, i);
		}), B((e) => Y(s, ` ${e ?? ""}`), [() => U(n).pick(U(a).authorities[U(t)[0]]?.title)]), J(e, r);
	});
	var C = I(z(_, 2)), w = R(C, !0), ee = z(C), te = (e) => {
		var r = Xs(), i = L(r), o = I(I(i)), s = R(o, !0);
		Z(z(o), 16, () => [0, 1], (e) => e, (e, t) => {
			var r = qs(), i = I(r);
			Li(z(i), { get i() {
				return t;
			} }), B((e) => Y(i, `${e ?? ""} `), [() => U(n).t("holder")]), J(e, r);
		}), Z(z(i, 2), 21, () => U(d), ({ at: e, holds: t }) => e[0], (e, r) => {
			let i = () => U(r).at, o = () => U(r).holds;
			var s = Ys(), c = I(s), l = I(c), u = R(l, !0);
			Z(z(c), 17, o, Tr, (e, r, i) => {
				var a = Js(), o = I(a);
				{
					let e = /* @__PURE__ */ M(() => h(i, U(r).holder));
					ca(o, {
						get look() {
							return U(e);
						},
						size: 12
					});
				}
				var s = z(o);
				B((e, t) => Y(s, ` ${e ?? ""}${t ?? ""}`), [() => t.parts[i].speech.authority(U(r).holder), () => U(r).contested ? `, ${U(n).t("contested")}` : ""]), J(e, a);
			}), B((e) => Y(u, e), [() => U(n).pick(U(a).sites[i()[0]]?.title)]), G("click", l, () => t.shows.first.pickSite(i()[0])), J(e, s);
		}), B((e) => Y(s, e), [() => U(n).t("place")]), J(e, r);
	};
	X(ee, (e) => {
		U(d).length && e(te);
	}), B((e, t, n, r) => {
		Q(g, "aria-label", e), Y(y, t), Y(S, n), Y(w, r);
	}, [
		() => U(n).t("apart"),
		() => U(n).t("apart_sides", { moment: t.parts[0].speech.moment(t.shows.time.shown) }),
		() => U(n).t("authority"),
		() => U(n).t("apart_held", {
			n: U(n).number(U(d).length),
			all: U(n).number(U(s).length)
		})
	]), J(e, g), A();
}
K(["click"]);
// src/player/SiteDetails.svelte
var $s = /* @__PURE__ */ q(", <b> </b>", 1), ec = /* @__PURE__ */ q("<li><button type=\"button\" class=\"link\"><!> </button> <span class=\"soft\"><!> </span></li>"), tc = /* @__PURE__ */ q("<ul></ul>"), nc = /* @__PURE__ */ q("<p class=\"soft\"> </p>"), rc = /* @__PURE__ */ q(" <span class=\"soft\"> </span>", 1), ic = /* @__PURE__ */ q(" <!>", 1), ac = /* @__PURE__ */ q("<li><!> <!></li>"), oc = /* @__PURE__ */ q("<h4> </h4> <p> </p>", 1), sc = /* @__PURE__ */ q("<button type=\"button\"> </button>"), cc = /* @__PURE__ */ q("<article class=\"card\"><h3> </h3> <p class=\"line\"><!> <!></p> <p class=\"soft\"> </p> <h4> </h4> <!> <h4> </h4> <ul></ul> <!> <p class=\"acts\"><button type=\"button\"> </button> <!></p></article>");
function lc(e, t) {
	k(t, !0);
	let n = mi(t, "show", 7), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => n().page.stage), a = /* @__PURE__ */ M(() => U(i).sites[n().site]), o = /* @__PURE__ */ M(() => n().reel.hold(n().site, n().shown)), s = /* @__PURE__ */ M(() => n().reel.at(n().site, n().shown)), c = (e) => U(i).authorities[e]?.look ?? -1, l = (e) => {
		let { acting: t, standing: r } = n().reel.bodies[e].men(n().shown, U(i).authorities.length), a = (e) => e.reduce((e, t) => e + t, 0);
		return {
			acting: a(t),
			all: Math.max(a(t), a(r)),
			lead: t.indexOf(Math.max(...t)),
			any: a(t) > 0
		};
	};
	var u = cc(), d = I(u), f = R(d, !0), p = z(d, 2), m = I(p);
	{
		let e = /* @__PURE__ */ M(() => c(U(o).holder));
		ca(m, { get look() {
			return U(e);
		} });
	}
	var h = z(m), g = z(h), _ = (e) => {
		var t = $s(), n = R(z(L(t)), !0);
		B((e) => Y(n, e), [() => U(r).t("contested")]), J(e, t);
	};
	X(g, (e) => {
		U(o).contested && e(_);
	});
	var v = z(p, 2), y = R(v, !0), b = z(v, 2), x = R(b, !0), S = z(b, 2), C = (e) => {
		var a = tc();
		Z(a, 20, () => U(s), (e) => e, (e, a) => {
			let o = /* @__PURE__ */ M(() => l(a));
			var s = fr(), u = L(s), d = (e) => {
				var s = ec(), l = I(s), u = I(l);
				{
					let e = /* @__PURE__ */ M(() => U(o).any ? c(U(o).lead) : -1);
					ca(u, {
						get look() {
							return U(e);
						},
						size: 12
					});
				}
				var d = z(u), f = I(z(l, 2));
				{
					let e = /* @__PURE__ */ M(() => U(i).units[n().reel.bodies[a].track.unit]?.kind ?? "");
					Na(f, { get kind() {
						return U(e);
					} });
				}
				var p = z(f);
				B((e, t) => {
					Y(d, ` ${e ?? ""}`), Y(p, ` ${t ?? ""}`);
				}, [() => t.speech.body(n().reel.bodies[a].track), () => U(r).t("acting_of", {
					acting: U(r).number(U(o).acting),
					men: U(r).count("men", U(o).all)
				})]), G("click", l, () => n().pickTrack(a)), J(e, s);
			};
			X(u, (e) => {
				U(o).all > 0 && e(d);
			}), J(e, s);
		}), J(e, a);
	}, w = (e) => {
		var t = nc(), n = R(t, !0);
		B((e) => Y(n, e), [() => U(r).t("nobody_here")]), J(e, t);
	};
	X(S, (e) => {
		U(s).length ? e(C) : e(w, -1);
	});
	var ee = z(S, 2), te = R(ee, !0), ne = z(ee, 2);
	Z(ne, 23, () => U(i).authorities, (e) => e.id, (e, i, a) => {
		let o = /* @__PURE__ */ M(() => n().reel.belief(U(a), n().site, n().shown));
		var s = ac(), c = I(s);
		ca(c, {
			get look() {
				return U(i).look;
			},
			size: 12
		});
		var l = z(c), u = z(l), d = (e) => {
			var t = dr();
			B((e) => Y(t, e), [() => U(r).t("never_heard")]), J(e, t);
		}, f = (e) => {
			var n = ic(), i = L(n, !0), a = z(i), s = (e) => {
				var n = rc(), i = L(n, !0);
				i.nodeValue = " ";
				var a = R(z(i));
				B((e) => Y(a, `(${e ?? ""})`), [() => U(r).t("news_of", { moment: t.speech.moment(U(o).news) })]), J(e, n);
			};
			X(a, (e) => {
				U(o).news >= 0 && e(s);
			}), B((e) => Y(i, e), [() => t.speech.authority(U(o).holder)]), J(e, n);
		};
		X(u, (e) => {
			U(o).news < 0 && U(o).holder < 0 ? e(d) : e(f, -1);
		}), B((e) => Y(l, ` ${e ?? ""}: `), [() => U(r).pick(U(i).title)]), J(e, s);
	});
	var T = z(ne, 2), E = (e) => {
		var t = oc(), n = L(t), i = R(n, !0), o = R(z(n, 2), !0);
		B((e, t) => {
			Y(i, e), Y(o, t);
		}, [() => U(r).t("gates"), () => U(a).gates.map((e) => U(r).pick(e)).join(", ")]), J(e, t);
	};
	X(T, (e) => {
		U(a).gates.length && e(E);
	});
	var re = I(z(T, 2)), ie = R(re, !0), ae = z(re, 2), oe = (e) => {
		var n = sc(), i = R(n, !0);
		B((e) => Y(i, e), [() => U(r).t("sources")]), G("click", n, () => t.onEvidence(U(a).evidence)), J(e, n);
	};
	X(ae, (e) => {
		t.onEvidence && U(a).evidence && e(oe);
	}), B((e, t, n, r, i, a) => {
		Y(f, e), Y(h, ` ${t ?? ""}`), Y(y, n), Y(x, r), Y(te, i), Y(ie, a);
	}, [
		() => U(r).pick(U(a).title),
		() => U(r).t(U(o).holder < 0 ? "held_by_nobody" : "held_by", { authority: t.speech.authority(U(o).holder) }),
		() => U(r).t("since", { moment: t.speech.moment(U(o).since) }),
		() => U(r).t("here"),
		() => U(r).t("believed"),
		() => U(r).t("events_here")
	]), G("click", re, () => (n().filter = "site", n().tab = "log")), J(e, u), A();
}
K(["click"]);
// src/player/UnitDetails.svelte
var uc = /* @__PURE__ */ q("<p class=\"soft kind\"><!> </p>"), dc = /* @__PURE__ */ q("<p class=\"line\"> </p>"), fc = /* @__PURE__ */ q("<button type=\"button\" class=\"link\"> </button>"), pc = /* @__PURE__ */ q("<tr><th scope=\"row\"><!> </th><td class=\"n\"> </td><td class=\"n\"> </td></tr>"), mc = /* @__PURE__ */ q("<p class=\"line\"><!></p> <p class=\"line\"><!> </p> <table><thead><tr><th scope=\"col\"> </th><th scope=\"col\" class=\"n\"> </th><th scope=\"col\" class=\"n\"> </th></tr></thead><tbody></tbody></table> <p class=\"soft\"> </p>", 1), hc = /* @__PURE__ */ q("<button type=\"button\"> </button>"), gc = /* @__PURE__ */ q("<article class=\"card\"><h3> </h3> <!> <!> <p class=\"acts\"><button type=\"button\"> </button> <button type=\"button\"> </button> <!></p></article>");
function _c(e, t) {
	k(t, !0);
	let n = mi(t, "show", 7), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => n().page.stage), a = /* @__PURE__ */ M(() => n().reel.bodies[n().track]), o = /* @__PURE__ */ M(() => U(i).units[U(a).track.unit]), s = /* @__PURE__ */ M(() => U(a).step(n().shown)), c = /* @__PURE__ */ M(() => U(a).leg(n().shown)), l = /* @__PURE__ */ M(() => U(a).men(n().shown, U(i).authorities.length)), u = /* @__PURE__ */ M(() => U(s)[4] ?? -1);
	var d = gc(), f = I(d), p = R(f, !0), m = z(f, 2), h = (e) => {
		var t = uc(), n = I(t);
		Na(n, {
			get kind() {
				return U(o).kind;
			},
			size: 18
		});
		var i = z(n);
		B((e) => Y(i, ` ${e ?? ""}`), [() => U(r).word("kinds", U(o).kind)]), J(e, t);
	};
	X(m, (e) => {
		U(o) && e(h);
	});
	var g = z(m, 2), _ = (e) => {
		var t = dc(), n = R(t, !0);
		B((e) => Y(n, e), [() => U(r).t("not_there")]), J(e, t);
	}, v = /* @__PURE__ */ M(() => !U(a).there(n().shown)), y = (e) => {
		var o = mc(), d = L(o), f = I(d), p = (e) => {
			var n = dr();
			B((e) => Y(n, e), [() => U(r).t("marching", {
				from: t.speech.site(U(c).path[0]),
				site: t.speech.site(U(c).path.at(-1)),
				moment: t.speech.moment(U(c).end || U(s)[3])
			})]), J(e, n);
		}, m = (e) => {
			var r = fc(), i = R(r, !0);
			B((e) => Y(i, e), [() => t.speech.site(U(a).site(n().shown))]), G("click", r, () => n().pickSite(U(a).site(n().shown))), J(e, r);
		};
		X(f, (e) => {
			U(c) ? e(p) : e(m, -1);
		});
		var h = z(d, 2), g = I(h);
		{
			let e = /* @__PURE__ */ M(() => U(i).authorities[U(u)]?.look ?? -1);
			ca(g, { get look() {
				return U(e);
			} });
		}
		var _ = z(g), v = z(h, 2), y = I(v), b = I(I(y)), x = R(b, !0), S = z(b), C = R(S, !0), w = R(z(S), !0);
		Z(z(y), 23, () => U(i).authorities, (e) => e.id, (e, t, n) => {
			var i = pc(), a = I(i), o = I(a);
			ca(o, {
				get look() {
					return U(t).look;
				},
				size: 12
			});
			var s = z(o), c = z(a), u = R(c, !0), d = R(z(c), !0);
			B((e, t, n) => {
				Y(s, ` ${e ?? ""}`), Y(u, t), Y(d, n);
			}, [
				() => U(r).pick(U(t).title),
				() => U(r).number(U(l).acting[U(n)] ?? 0),
				() => U(r).number(U(l).standing[U(n)] ?? 0)
			]), J(e, i);
		});
		var ee = R(z(v, 2), !0);
		B((e, t, n, r, i) => {
			Y(_, ` ${e ?? ""}`), Y(x, t), Y(C, n), Y(w, r), Y(ee, i);
		}, [
			() => U(r).t(U(u) < 0 ? "serves_nobody" : "serves", { authority: t.speech.authority(U(u)) }),
			() => U(r).t("authority"),
			() => U(r).t("acting"),
			() => U(r).t("standing"),
			() => U(r).t("losses", {
				dead: U(r).number(U(s)[5] ?? 0),
				captured: U(r).number(U(s)[6] ?? 0)
			})
		]), J(e, o);
	};
	X(g, (e) => {
		U(v) ? e(_) : e(y, -1);
	});
	var b = I(z(g, 2)), x = R(b, !0), S = z(b, 2), C = R(S, !0), w = z(S, 2), ee = (e) => {
		var n = hc(), i = R(n, !0);
		B((e) => Y(i, e), [() => U(r).t("sources")]), G("click", n, () => t.onEvidence(U(o).evidence)), J(e, n);
	};
	X(w, (e) => {
		t.onEvidence && U(o)?.evidence && e(ee);
	}), B((e, t, r) => {
		Y(p, e), Q(b, "aria-pressed", n().follow), Y(x, t), Y(C, r);
	}, [
		() => t.speech.body(U(a).track),
		() => U(r).t("follow"),
		() => U(r).t("events_unit")
	]), G("click", b, () => n().follow = !n().follow), G("click", S, () => (n().filter = "unit", n().tab = "log")), J(e, d), A();
}
K(["click"]);
// src/player/Details.svelte
var vc = /* @__PURE__ */ q("<option> </option>"), yc = /* @__PURE__ */ q("<p class=\"empty a4\"> </p>"), bc = /* @__PURE__ */ q("<div class=\"details a4\"><div class=\"pick a4\"><label class=\"a4\"> <select class=\"a4\"><option> </option><!></select></label> <label class=\"a4\"> <select class=\"a4\"><option> </option><!></select></label></div> <!></div>");
function xc(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.words), r = /* @__PURE__ */ M(() => new Intl.Collator(U(n).code)), i = /* @__PURE__ */ M(() => t.show.page.stage.sites.map((e, t) => ({
		i: t,
		name: U(n).pick(e.title)
	})).sort((e, t) => U(r).compare(e.name, t.name))), a = /* @__PURE__ */ M(() => t.show.reel.bodies.map((e, n) => ({
		i: n,
		name: t.speech.body(e.track),
		part: e.track.detachment
	})).filter((e) => !e.part || e.i === t.show.track).sort((e, t) => U(r).compare(e.name, t.name)));
	var o = bc(), s = I(o), c = I(s), l = I(c), u = z(l), d = I(u), f = R(d, !0);
	d.value = d.__value = -1, Z(z(d), 17, () => U(i), (e) => e.i, (e, t) => {
		var n = vc(), r = R(n, !0), i = {};
		B(() => {
			Y(r, U(t).name), i !== (i = U(t).i) && (n.value = (n.__value = i) ?? "");
		}), J(e, n);
	});
	var p;
	Kr(u);
	var m = I(z(c, 2)), h = z(m), g = I(h), _ = R(g, !0);
	g.value = g.__value = -1, Z(z(g), 17, () => U(a), (e) => e.i, (e, t) => {
		var n = vc(), r = R(n, !0), i = {};
		B(() => {
			Y(r, U(t).name), i !== (i = U(t).i) && (n.value = (n.__value = i) ?? "");
		}), J(e, n);
	});
	var v;
	Kr(h);
	var y = z(s, 2), b = (e) => {
		_c(e, {
			get show() {
				return t.show;
			},
			get speech() {
				return t.speech;
			},
			get onEvidence() {
				return t.onEvidence;
			}
		});
	}, x = (e) => {
		lc(e, {
			get show() {
				return t.show;
			},
			get speech() {
				return t.speech;
			},
			get onEvidence() {
				return t.onEvidence;
			}
		});
	}, S = (e) => {
		var t = yc(), r = R(t, !0);
		B((e) => Y(r, e), [() => U(n).t("choose_help")]), J(e, t);
	};
	X(y, (e) => {
		t.show.track >= 0 && t.show.reel.bodies[t.show.track] ? e(b) : t.show.site >= 0 ? e(x, 1) : e(S, -1);
	}), B((e, n, r, i) => {
		Y(l, `${e ?? ""} `), Y(f, n), p !== (p = t.show.site) && (u.value = (u.__value = p) ?? "", Gr(u, p)), Y(m, `${r ?? ""} `), Y(_, i), v !== (v = t.show.track) && (h.value = (h.__value = v) ?? "", Gr(h, v));
	}, [
		() => U(n).t("place"),
		() => U(n).t("choose"),
		() => U(n).t("unit"),
		() => U(n).t("choose")
	]), G("change", u, (e) => t.show.pickSite(Number(e.currentTarget.value))), G("change", h, (e) => t.show.pickTrack(Number(e.currentTarget.value))), J(e, o), A();
}
K(["change"]);
// src/player/Log.svelte
var Sc = /* @__PURE__ */ q("<option> </option>"), Cc = /* @__PURE__ */ q("<li class=\"b2\"><button type=\"button\"><span class=\"when b2\"><!> </span> <span class=\"what b2\"> </span></button></li>"), wc = /* @__PURE__ */ q("<li class=\"none b2\"> </li>"), Tc = /* @__PURE__ */ q("<div class=\"log b2\"><label class=\"filter b2\"> <select class=\"b2\"></select> <span class=\"b2\"> </span></label> <div class=\"scroll b2\" role=\"group\"><ol class=\"b2\"></ol></div></div>");
function Ec(e, t) {
	k(t, !0);
	let n = mi(t, "show", 7), r = /* @__PURE__ */ P(void 0), i = /* @__PURE__ */ P(0), a = /* @__PURE__ */ P(400), o = -Infinity, s = /* @__PURE__ */ M(() => t.speech.words), c = /* @__PURE__ */ M(() => n().listed.rows), l = /* @__PURE__ */ M(() => n().row >= 0 && U(c).includes(n().row) ? U(c).indexOf(n().row) : ro(n().listed.minutes, n().shown)), u = /* @__PURE__ */ M(() => Math.max(0, Math.floor(U(i) / 62) - 4)), d = /* @__PURE__ */ M(() => Math.min(U(c).length, Math.ceil((U(i) + U(a)) / 62) + 4)), f = /* @__PURE__ */ M(() => [
		"main",
		"all",
		"unit",
		"site"
	].filter((e) => (e !== "unit" || n().track >= 0) && (e !== "site" || n().site >= 0)));
	nn(() => {
		U(l), U(c), W(() => {
			if (!U(r) || performance.now() - o < 4e3) return;
			let e = U(l) * 62 - U(a) / 2 + 62;
			U(r).scrollTop = Math.max(0, e);
		});
	});
	async function p(e, t) {
		let n = {
			ArrowDown: 1,
			ArrowUp: -1
		}[e.key];
		if (!n || !U(r)) return;
		e.preventDefault(), e.stopPropagation();
		let o = Math.min(U(c).length - 1, Math.max(0, t + n));
		(o * 62 < U(i) || (o + 1) * 62 > U(i) + U(a)) && (U(r).scrollTop = Math.max(0, o * 62 - U(a) / 2)), await Kn(), await new Promise(requestAnimationFrame), U(r).querySelector(`[data-index="${o}"]`)?.focus();
	}
	function m(e) {
		o = performance.now(), n().time.playing = !1, n().visit(e), t.onWhy(e);
	}
	var h = Tc(), g = I(h), _ = I(g), v = z(_);
	Z(v, 20, () => U(f), (e) => e, (e, t) => {
		var n = Sc(), r = R(n, !0), i = {};
		B((e) => {
			Y(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => U(s).t(`filter_${t}`)]), J(e, n);
	}), Kr(v);
	var y = R(z(v, 2), !0), b = z(g, 2), x = I(b);
	let S;
	Z(x, 22, () => U(c).slice(U(u), U(d)), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ M(() => n().happenings[r]), o = /* @__PURE__ */ M(() => U(u) + U(i));
		var s = Cc();
		let d;
		var f = I(s);
		let h;
		var g = I(f), _ = I(g), v = (e) => {
			{
				let t = /* @__PURE__ */ M(() => n().page.stage.authorities[U(a).authority]?.look ?? -1);
				ca(e, {
					get look() {
						return U(t);
					},
					size: 12
				});
			}
		};
		X(_, (e) => {
			U(a).authority >= 0 && e(v);
		});
		var y = z(_), b = R(z(g, 2), !0);
		B((e, t) => {
			Q(s, "aria-setsize", U(c).length), Q(s, "aria-posinset", U(o) + 1), d = Hr(s, "", d, {
				top: `${U(o) * 62}px`,
				height: "62px"
			}), Q(f, "data-index", U(o)), Q(f, "aria-current", U(o) === U(l) ? "true" : void 0), h = Br(f, 1, "b2", null, h, {
				later: U(a).minute > n().shown,
				now: U(o) === U(l),
				great: U(a).weight >= n().bars.great
			}), Y(y, ` ${e ?? ""}`), Y(b, t);
		}, [() => t.speech.moment(U(a).minute), () => t.speech.sentence(U(a))]), G("click", f, () => m(r)), G("keydown", f, (e) => p(e, U(o))), J(e, s);
	}, (e) => {
		var t = wc(), n = R(t, !0);
		B((e) => Y(n, e), [() => U(s).t("no_events")]), J(e, t);
	}), di(b, (e) => F(r, e), () => U(r)), B((e, t, n) => {
		Y(_, `${e ?? ""} `), Y(y, t), Q(b, "aria-label", n), S = Hr(x, "", S, { height: `${U(c).length * 62}px` });
	}, [
		() => U(s).t("filter"),
		() => U(s).count("rows", U(c).length),
		() => U(s).t("log")
	]), qr(v, () => n().filter, (e) => n().filter = e), tr("scroll", b, () => F(i, U(r)?.scrollTop ?? 0, !0)), tr("wheel", b, () => o = performance.now()), G("pointerdown", b, () => o = performance.now()), G("focusin", b, () => o = performance.now()), li(b, "clientHeight", (e) => F(a, e)), J(e, h), A();
}
K([
	"pointerdown",
	"focusin",
	"click",
	"keydown"
]);
// src/player/Tables.svelte
var Dc = /* @__PURE__ */ q("<button type=\"button\" class=\"c0\"> </button>"), Oc = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"c0\"><button type=\"button\"> </button></th><td class=\"c0\"><!> </td><td class=\"when c0\"> </td></tr>"), kc = /* @__PURE__ */ q("<thead class=\"c0\"><tr><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"c0\"> </th></tr></thead> <tbody></tbody>", 1), Ac = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"c0\"><button type=\"button\"> </button></th><td class=\"kind c0\"><!> </td><td class=\"c0\"> </td><td class=\"n c0\"> </td><td class=\"n c0\"> </td></tr>"), jc = /* @__PURE__ */ q("<thead class=\"c0\"><tr><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"n c0\"> </th><th scope=\"col\" class=\"n c0\"> </th></tr></thead> <tbody></tbody>", 1), Mc = /* @__PURE__ */ q("<tr><td class=\"when c0\"> </td><td class=\"c0\"><button type=\"button\"> </button></td></tr>"), Nc = /* @__PURE__ */ q("<thead class=\"c0\"><tr><th scope=\"col\" class=\"c0\"> </th><th scope=\"col\" class=\"c0\"> </th></tr></thead> <tbody></tbody>", 1), Pc = /* @__PURE__ */ q("<div class=\"leaves c0\"><button type=\"button\" class=\"c0\"> </button> <span> </span> <button type=\"button\" class=\"c0\"> </button></div>"), Fc = /* @__PURE__ */ q("<div class=\"tables c0\"><div class=\"which c0\" role=\"group\"></div> <div class=\"scroll c0\" role=\"region\" tabindex=\"0\"><table class=\"c0\"><caption class=\"c0\"> </caption><!></table></div> <!></div>");
function Ic(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ P("sites"), r = /* @__PURE__ */ P(0), i = /* @__PURE__ */ M(() => t.speech.words), a = /* @__PURE__ */ M(() => t.show.page.stage), o = (e) => U(a).authorities[e]?.look ?? -1, s = (e) => e.reduce((e, t) => e + t, 0), c = /* @__PURE__ */ M(() => U(n) === "units" ? t.show.reel.bodies.map((e, t) => ({
		body: e,
		track: t
	})).filter(({ body: e }) => e.there(t.show.shown)) : []), l = /* @__PURE__ */ M(() => U(n) === "sites" ? U(a).sites.length : U(n) === "units" ? U(c).length : t.show.listed.rows.length), u = /* @__PURE__ */ M(() => Math.max(1, Math.ceil(U(l) / 100))), d = /* @__PURE__ */ M(() => Math.min(U(r), U(u) - 1));
	function f(e) {
		F(n, e, !0), F(r, 0);
	}
	var p = Fc(), m = I(p);
	Z(m, 20, () => [
		"sites",
		"units",
		"events"
	], (e) => e, (e, t) => {
		var r = Dc(), a = R(r, !0);
		B((e) => {
			Q(r, "aria-pressed", U(n) === t), Y(a, e);
		}, [() => U(i).t(`table_${t}`)]), G("click", r, () => f(t)), J(e, r);
	});
	var h = z(m, 2), g = I(I(h)), _ = R(g), v = z(g), y = (e) => {
		var n = kc(), r = L(n), s = I(I(r)), c = R(s, !0), l = z(s), u = R(l, !0), f = R(z(l), !0);
		Z(z(r, 2), 23, () => U(a).sites.slice(U(d) * 100, (U(d) + 1) * 100), (e) => e.id, (e, n, r) => {
			let a = /* @__PURE__ */ M(() => t.show.reel.hold(U(d) * 100 + U(r), t.show.shown));
			var s = Oc(), c = I(s), l = I(c), u = R(l, !0), f = z(c), p = I(f);
			{
				let e = /* @__PURE__ */ M(() => o(U(a).holder));
				ca(p, {
					get look() {
						return U(e);
					},
					size: 12
				});
			}
			var m = z(p), h = R(z(f), !0);
			B((e, t, n, r) => {
				Y(u, e), Y(m, ` ${t ?? ""}${n ?? ""}`), Y(h, r);
			}, [
				() => U(i).pick(U(n).title),
				() => t.speech.authority(U(a).holder),
				() => U(a).contested ? `, ${U(i).t("contested")}` : "",
				() => t.speech.moment(U(a).since)
			]), G("click", l, () => t.show.pickSite(U(d) * 100 + U(r))), J(e, s);
		}), B((e, t, n) => {
			Y(c, e), Y(u, t), Y(f, n);
		}, [
			() => U(i).t("place"),
			() => U(i).t("holder"),
			() => U(i).t("since_when")
		]), J(e, n);
	}, b = (e) => {
		var n = jc(), r = L(n), o = I(I(r)), l = R(o, !0), u = z(o), f = R(u, !0), p = z(u), m = R(p, !0), h = z(p), g = R(h, !0), _ = R(z(h), !0);
		Z(z(r, 2), 21, () => U(c).slice(U(d) * 100, (U(d) + 1) * 100), ({ body: e, track: t }) => t, (e, n) => {
			let r = () => U(n).body, o = () => U(n).track, c = /* @__PURE__ */ M(() => r().men(t.show.shown, U(a).authorities.length)), l = /* @__PURE__ */ M(() => r().leg(t.show.shown)), u = /* @__PURE__ */ M(() => U(a).units[r().track.unit]?.kind ?? "");
			var d = Ac(), f = I(d), p = I(f), m = R(p, !0), h = z(f), g = I(h);
			Na(g, {
				get kind() {
					return U(u);
				},
				size: 13
			});
			var _ = z(g), v = z(h), y = R(v, !0), b = z(v), x = R(b, !0), S = R(z(b), !0);
			B((e, t, n, r, i) => {
				Y(m, e), Y(_, ` ${t ?? ""}`), Y(y, n), Y(x, r), Y(S, i);
			}, [
				() => t.speech.body(r().track),
				() => U(i).word("kinds", U(u)),
				() => U(l) ? U(i).t("on_the_way", { site: t.speech.site(U(l).path.at(-1)) }) : t.speech.site(r().site(t.show.shown)),
				() => U(i).number(s(U(c).acting)),
				() => U(i).number(Math.max(s(U(c).acting), s(U(c).standing)))
			]), G("click", p, () => t.show.pickTrack(o())), J(e, d);
		}), B((e, t, n, r, i) => {
			Y(l, e), Y(f, t), Y(m, n), Y(g, r), Y(_, i);
		}, [
			() => U(i).t("unit"),
			() => U(i).t("kind"),
			() => U(i).t("place"),
			() => U(i).t("acting"),
			() => U(i).t("men")
		]), J(e, n);
	}, x = (e) => {
		var n = Nc(), r = L(n), a = I(I(r)), o = R(a, !0), s = R(z(a), !0);
		Z(z(r, 2), 20, () => t.show.listed.rows.slice(U(d) * 100, (U(d) + 1) * 100), (e) => e, (e, n) => {
			var r = Mc(), i = I(r), a = R(i, !0), o = I(z(i)), s = R(o, !0);
			B((e, t) => {
				Y(a, e), Y(s, t);
			}, [() => t.speech.moment(t.show.happenings[n].minute), () => t.speech.sentence(t.show.happenings[n])]), G("click", o, () => t.show.visit(n)), J(e, r);
		}), B((e, t) => {
			Y(o, e), Y(s, t);
		}, [() => U(i).t("time"), () => U(i).t("event")]), J(e, n);
	};
	X(v, (e) => {
		U(n) === "sites" ? e(y) : U(n) === "units" ? e(b, 1) : e(x, -1);
	});
	var S = z(h, 2), C = (e) => {
		var t = Pc(), n = I(t), a = R(n, !0), o = z(n, 2), s = R(o, !0), c = z(o, 2), f = R(c, !0);
		B((e, t, r) => {
			n.disabled = U(d) === 0, Y(a, e), Y(s, t), c.disabled = U(d) >= U(u) - 1, Y(f, r);
		}, [
			() => U(i).t("earlier_rows"),
			() => U(i).t("rows_of", {
				from: U(i).number(U(d) * 100 + 1),
				to: U(i).number(Math.min(U(l), (U(d) + 1) * 100)),
				all: U(i).number(U(l))
			}),
			() => U(i).t("later_rows")
		]), G("click", n, () => F(r, U(d) - 1)), G("click", c, () => F(r, U(d) + 1)), J(e, t);
	};
	X(S, (e) => {
		U(u) > 1 && e(C);
	}), B((e, t, n, r) => {
		Q(m, "aria-label", e), Q(h, "aria-label", t), Y(_, `${n ?? ""}, ${r ?? ""}`);
	}, [
		() => U(i).t("tables"),
		() => U(i).t(`table_${U(n)}`),
		() => U(i).t(`table_${U(n)}`),
		() => t.speech.moment(t.show.shown)
	]), J(e, p), A();
}
K(["click"]);
// src/player/timeline.ts
function Lc(e, t = 240, n = 40) {
	let r = e.map((e) => e.weight).sort((e, t) => t - e), i = (e, t) => Math.max(r[Math.min(e, Math.floor(r.length * t))] ?? 0, .001), a = {
		main: i(t, .75),
		great: i(n, .15)
	};
	return {
		main: Math.min(a.main, a.great),
		great: a.great
	};
}
function Rc(e, t, n, r) {
	let i = new Float64Array(n), a = new Float64Array(n);
	for (let { minute: o, weight: s } of e) {
		let e = Math.min(n - 1, Math.max(0, Math.floor(o / Math.max(1, t) * n)));
		i[e] += 1, s >= r && (a[e] += 1);
	}
	return {
		all: i,
		chief: a
	};
}
var zc = class {
	rows;
	minutes;
	constructor(e, t) {
		this.rows = t, this.minutes = Int32Array.from(t, (t) => e[t]?.minute ?? 0);
	}
	last(e) {
		return this.rows[ro(this.minutes, e)] ?? -1;
	}
};
function Bc(e, t) {
	let n = [];
	for (let r = t; r >= 0 && r < e.length && !n.includes(r); r = e[r].trigger) n.push(r);
	return n;
}
// src/player/Why.svelte
var Vc = /* @__PURE__ */ q("<p class=\"because c3\"> </p>"), Hc = /* @__PURE__ */ q("<button type=\"button\" class=\"link c3\"> </button>"), Uc = /* @__PURE__ */ q("<p class=\"sources c3\"> <!></p>"), Wc = /* @__PURE__ */ q("<li><button type=\"button\" class=\"when c3\"><!> </button> <p class=\"what c3\"> </p> <!> <!></li>"), Gc = /* @__PURE__ */ q("<div class=\"why c3\"><header class=\"c3\"><h3 tabindex=\"-1\" class=\"c3\"> </h3> <button type=\"button\" class=\"close c3\"><!></button></header> <ol class=\"c3\"></ol></div>");
function Kc(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.words), r = /* @__PURE__ */ M(() => Bc(t.show.happenings, t.row)), i = /* @__PURE__ */ P(void 0);
	nn(() => {
		t.row, U(i)?.focus({ preventScroll: !0 });
	});
	let a = (e) => e.toLowerCase().replace(/[.\s]+$/, "");
	function o(e) {
		let r = t.show.happenings[e], i = U(n).pick(r.because), o = t.show.happenings[r.trigger];
		return o && a(i).includes(a(t.speech.sentence(o))) ? "" : i;
	}
	function s(e) {
		let [r = "", i = ""] = e.split("."), { sites: a, units: o, decisions: s, named: c } = t.show.page.stage, l = {
			sites: a,
			units: o,
			decisions: s
		}[r]?.find((e) => e.id === i)?.title ?? c?.[`${r}.${i}`];
		return l ? U(n).pick(l) : U(n).t(r === "plans" ? "of_plan" : "of_outside");
	}
	var c = Gc(), l = I(c), u = I(l), d = R(u, !0);
	di(u, (e) => F(i, e), () => U(i));
	var f = z(u, 2);
	Yi(I(f), { name: "close" }), Z(z(l, 2), 22, () => U(r), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ M(() => t.show.happenings[r]);
		var c = Wc();
		let l;
		var u = I(c), d = I(u), f = (e) => {
			{
				let n = /* @__PURE__ */ M(() => t.show.page.stage.authorities[U(a).authority]?.look ?? -1);
				ca(e, {
					get look() {
						return U(n);
					},
					size: 12
				});
			}
		};
		X(d, (e) => {
			U(a).authority >= 0 && e(f);
		});
		var p = z(d), m = z(u, 2), h = R(m, !0), g = z(m, 2), _ = (e) => {
			var t = Vc(), n = R(t, !0);
			B((e) => Y(n, e), [() => o(r)]), J(e, t);
		}, v = /* @__PURE__ */ M(() => o(r));
		X(g, (e) => {
			U(v) && e(_);
		});
		var y = z(g, 2), b = (e) => {
			var r = Uc(), i = I(r);
			Z(z(i), 16, () => U(a).evidence, (e) => e, (e, n) => {
				var r = Hc(), i = R(r, !0);
				B((e) => Y(i, e), [() => s(n)]), G("click", r, () => t.onEvidence(n)), J(e, r);
			}), B((e) => Y(i, `${e ?? ""}: `), [() => U(n).t("sources")]), J(e, r);
		};
		X(y, (e) => {
			t.onEvidence && U(a).evidence.length && e(b);
		}), B((e, t) => {
			l = Br(c, 1, "c3", null, l, { first: U(i) === 0 }), Y(p, ` ${e ?? ""}`), Y(h, t);
		}, [() => t.speech.moment(U(a).minute), () => t.speech.sentence(U(a))]), G("click", u, () => t.show.visit(r)), J(e, c);
	}), B((e, t) => {
		Y(d, e), Q(f, "aria-label", t);
	}, [() => U(n).t("why"), () => U(n).t("close")]), G("click", f, function(...e) {
		t.onClose?.apply(this, e);
	}), J(e, c), A();
}
K(["click"]);
// src/player/Panel.svelte
var qc = /* @__PURE__ */ q("<!> <!>", 1), Jc = /* @__PURE__ */ q("<button type=\"button\" role=\"tab\"> </button>"), Yc = /* @__PURE__ */ q("<section class=\"half\"><p class=\"whose\" aria-hidden=\"true\"><!> </p> <!></section>"), Xc = /* @__PURE__ */ q("<div class=\"panel\"><div class=\"tabs\" role=\"tablist\"></div> <div role=\"tabpanel\"><!></div></div>");
function Zc(e, t) {
	k(t, !0);
	let n = (e, n = d, r = d, i = d) => {
		var o = fr(), l = L(o), u = (e) => {
			var o = qc(), l = L(o);
			Ec(l, {
				get show() {
					return n();
				},
				get speech() {
					return r();
				},
				onWhy: (e) => s(i(), e)
			});
			var u = z(l, 2), d = (e) => {
				Kc(e, {
					get show() {
						return n();
					},
					get speech() {
						return r();
					},
					get row() {
						return a[i()];
					},
					onClose: () => c(i()),
					get onEvidence() {
						return t.onEvidence;
					}
				});
			};
			X(u, (e) => {
				(a[i()] ?? -1) >= 0 && e(d);
			}), J(e, o);
		}, f = (e) => {
			xc(e, {
				get show() {
					return n();
				},
				get speech() {
					return r();
				},
				get onEvidence() {
					return t.onEvidence;
				}
			});
		}, p = (e) => {
			Ic(e, {
				get show() {
					return n();
				},
				get speech() {
					return r();
				}
			});
		};
		X(l, (e) => {
			n().tab === "log" ? e(u) : n().tab === "details" ? e(f, 1) : e(p, -1);
		}), J(e, o);
	}, r = mi(t, "shows", 7), i = /* @__PURE__ */ M(() => r().second ? [
		"apart",
		"log",
		"details",
		"tables"
	] : [
		"log",
		"details",
		"tables"
	]), a = Ft(W(() => t.parts.map(() => -1))), o = null;
	function s(e, t) {
		o = document.activeElement, a[e] = t;
	}
	function c(e) {
		a[e] = -1, o?.focus({ preventScroll: !0 });
	}
	function l() {
		let e = a.findIndex((e) => e >= 0);
		return e >= 0 && c(e), e >= 0;
	}
	function u(e) {
		let t = {
			ArrowRight: 1,
			ArrowLeft: -1
		}[e.key];
		t && (e.preventDefault(), e.stopPropagation(), r().tab = U(i)[(U(i).indexOf(r().tab) + t + U(i).length) % U(i).length], e.currentTarget.parentElement?.querySelector(`#tab-${r().tab}`)?.focus());
	}
	var f = { close: l }, p = Xc(), m = I(p);
	Z(m, 20, () => U(i), (e) => e, (e, n) => {
		var i = Jc(), a = R(i, !0);
		B((e) => {
			Q(i, "id", `tab-${n ?? ""}`), Q(i, "aria-selected", r().tab === n), Q(i, "aria-controls", `panel-${n ?? ""}`), Q(i, "tabindex", r().tab === n ? 0 : -1), Y(a, e);
		}, [() => t.words.t(n)]), G("keydown", i, u), G("click", i, () => r().tab = n), J(e, i);
	});
	var h = z(m, 2);
	let g;
	var _ = I(h), v = (e) => {
		Qs(e, {
			get shows() {
				return r();
			},
			get parts() {
				return t.parts;
			}
		});
	}, y = (e) => {
		var r = fr();
		Z(L(r), 17, () => t.parts, Tr, (e, t, r) => {
			let i = () => U(t).show, a = () => U(t).speech, o = () => U(t).name;
			var s = fr(), c = L(s), l = (e) => {
				n(e, i, a, () => r);
			}, u = (e) => {
				var t = Yc(), s = I(t), c = I(s);
				Li(c, { i: r });
				var l = z(c), u = z(s, 2);
				n(u, i, a, () => r), B(() => {
					Q(t, "aria-label", o()), Y(l, ` ${o() ?? ""}`);
				}), J(e, t);
			};
			X(c, (e) => {
				o() === void 0 ? e(l) : e(u, -1);
			}), J(e, s);
		}), J(e, r);
	};
	return X(_, (e) => {
		r().tab === "apart" ? e(v) : e(y, -1);
	}), B((e) => {
		Q(m, "aria-label", e), g = Br(h, 1, "leaf", null, g, { two: t.parts.length > 1 && r().tab !== "apart" }), Q(h, "id", `panel-${r().tab ?? ""}`), Q(h, "aria-labelledby", `tab-${r().tab ?? ""}`);
	}, [() => t.words.t("panel")]), J(e, p), A(f);
}
K(["keydown", "click"]);
// src/player/Parted.svelte
var Qc = /* @__PURE__ */ q("<p class=\"until b6\"> </p>"), $c = /* @__PURE__ */ q("<button type=\"button\" class=\"b6\"> </button>"), el = /* @__PURE__ */ q("<p class=\"held b6\"> <button type=\"button\" class=\"b6\"> </button></p>"), tl = /* @__PURE__ */ q("<p class=\"held b6\"> </p>"), nl = /* @__PURE__ */ q("<p class=\"until b6\"> <!></p> <!>", 1), rl = /* @__PURE__ */ q("<div class=\"parted b6\"><!></div>");
function il(e, t) {
	k(t, !0);
	let n = mi(t, "shows", 7), r = /* @__PURE__ */ M(() => t.parts[0].speech.words), i = (e) => t.parts[0].speech.moment(e), a = (e) => t.parts[e].speech.authority(t.part.held?.holders[e] ?? -1);
	function o() {
		n().time.playing = !1;
		let e = n().list.map((e, n) => e.happenings[t.part.rows[n]]?.minute === t.part.minute ? t.part.rows[n] : -1);
		n().visit({
			minute: t.part.minute,
			rows: [e[0], e[1]]
		});
	}
	function s() {
		n().time.playing = !1, n().seek(t.part.held.minute);
		let { tab: e } = n();
		n().first.pickSite(t.part.held.sites[0]), n().tab = e;
	}
	var c = rl(), l = I(c), u = (e) => {
		var t = Qc(), n = R(t, !0);
		B((e) => Y(n, e), [() => U(r).t("part_never")]), J(e, t);
	}, d = (e) => {
		var n = nl(), c = L(n), l = I(c), u = z(l), d = (e) => {
			var t = $c(), n = R(t, !0);
			B((e) => Y(n, e), [() => U(r).t("go_parting")]), G("click", t, o), J(e, t);
		};
		X(u, (e) => {
			t.part.luck && e(d);
		});
		var f = z(c, 2), p = (e) => {
			var n = el(), o = I(n), c = z(o), l = R(c, !0);
			B((e, t) => {
				Y(o, `${e ?? ""} `), Y(l, t);
			}, [() => U(r).t("part_held", {
				moment: i(t.part.held.minute),
				site: t.parts[0].speech.site(t.part.held.sites[0]),
				first: a(0),
				second: a(1)
			}), () => U(r).t("go_there")]), G("click", c, s), J(e, n);
		}, m = (e) => {
			var t = tl(), n = R(t, !0);
			B((e) => Y(n, e), [() => U(r).t("part_no_place")]), J(e, t);
		};
		X(f, (e) => {
			t.part.held ? e(p) : e(m, -1);
		}), B((e) => Y(l, `${e ?? ""} `), [() => t.part.luck ? U(r).t("part_until", { moment: i(t.part.minute) }) : U(r).t("part_strangers")]), J(e, n);
	};
	X(l, (e) => {
		t.part.minute < 0 ? e(u) : e(d, -1);
	}), J(e, c), A();
}
K(["click"]);
// src/player/scrub.ts
function al(e, t, n = 14) {
	let r = e.dayIndex(Math.max(0, t - 1)) + 1, i = [
		1,
		2,
		5,
		7,
		14,
		30,
		61,
		122,
		365
	].find((e) => r / e <= n) ?? Math.ceil(r / n), a = [];
	for (let n = 0; n < r; n += i) a.push({
		minute: Math.max(0, e.dayStart(n)),
		until: Math.min(t, e.dayStart(n + i))
	});
	return a;
}
function ol(e, t, n, r = 26) {
	let i = e.filter((e) => e.minute !== null && e.minute >= 0 && e.minute <= t);
	i.sort((e, t) => e.minute - t.minute || e.id.localeCompare(t.id));
	let a = [];
	for (let e of i) {
		let i = e.minute / Math.max(1, t) * n, o = a[a.length - 1];
		o && i - o.at < r ? o.marks.push(e) : a.push({
			at: i,
			marks: [e]
		});
	}
	return a;
}
function sl(e, t, n, r) {
	let i = n / Math.max(1, e.length), a = "";
	for (let n = 0; n < e.length; n++) {
		let o = t > 0 ? Math.sqrt(e[n] / t) * r : 0;
		o > 0 && (a += `M${(n * i).toFixed(1)},${r}v${(-o).toFixed(1)}h${Math.max(.6, i - .7).toFixed(1)}V${r}z`);
	}
	return a;
}
// src/player/Scrubber.svelte
var cl = /* @__PURE__ */ q("<span class=\"many b8\" aria-hidden=\"true\"> </span>"), ll = /* @__PURE__ */ q("<button type=\"button\" class=\"flag b8\"><svg width=\"12\" height=\"16\" viewBox=\"0 0 12 16\" aria-hidden=\"true\" class=\"b8\"><path d=\"M2 0v16\" stroke=\"currentColor\" stroke-width=\"1.6\"></path><path d=\"M2 1h9l-2.500 3.200L11 7.500H2z\" fill=\"currentColor\"></path></svg> <!></button>"), ul = /* @__PURE__ */ q("<p class=\"b8\"><span class=\"b8\"> </span> </p>"), dl = /* @__PURE__ */ q("<div class=\"note b8\" aria-hidden=\"true\"><b class=\"b8\"> </b> <!></div>"), fl = /* @__PURE__ */ q("<div class=\"marks b8\" role=\"group\"><!> <!></div>"), pl = /* @__PURE__ */ ur("<rect y=\"0\" fill=\"var(--sand)\"></rect>"), ml = /* @__PURE__ */ ur("<g><path fill=\"#CFC5B0\"></path><path fill=\"#7A2E1D\" opacity=\".75\"></path></g>"), hl = /* @__PURE__ */ ur("<path stroke=\"var(--ink)\" stroke-width=\"1.5\" stroke-dasharray=\"2 2\"></path>"), gl = /* @__PURE__ */ q("<button type=\"button\"> </button>"), _l = /* @__PURE__ */ q("<div class=\"scrubber b8\"><!> <div class=\"strip b8\"><svg aria-hidden=\"true\" class=\"b8\"><g><!><!><line x1=\"0\" stroke=\"var(--rule)\"></line><!><rect y=\"0\" fill=\"#fbf8f1\" opacity=\".6\"></rect></g></svg> <input type=\"range\" min=\"0\" step=\"1\" class=\"b8\"/></div> <div class=\"days b8\" role=\"group\"></div></div>");
function vl(e, t) {
	k(t, !0);
	let n = mi(t, "parted", 19, () => -1), r = /* @__PURE__ */ P(800), i = /* @__PURE__ */ P(null), a = /* @__PURE__ */ M(() => t.speech.words), o = /* @__PURE__ */ M(() => Math.max(40, U(r) - 24)), s = /* @__PURE__ */ M(() => Math.max(20, Math.min(240, Math.round(U(o) / 5)))), c = /* @__PURE__ */ M(() => t.shows.list.map((e) => Rc(e.happenings, t.shows.time.minutes, U(s), e.bars.main))), l = /* @__PURE__ */ M(() => Math.max(1, ...U(c).flatMap(({ all: e }) => [...e]))), u = /* @__PURE__ */ M(() => 40 / t.shows.list.length), d = /* @__PURE__ */ M(() => al(t.speech.calendar, t.shows.time.minutes, Math.max(4, Math.floor(U(o) / 30)))), f = /* @__PURE__ */ M(() => ol(t.shows.page.stage.marks, t.shows.time.minutes, U(o))), p = (e) => e / Math.max(1, t.shows.time.minutes) * U(o);
	function m(e) {
		return e.marks.map((e) => `${t.speech.moment(e.minute)}: ${U(a).pick(e.title)}`).join("; ");
	}
	function h(e, n) {
		return n > 92 ? t.speech.calendar.short(e, U(a)) : String(t.speech.calendar.date(e).day);
	}
	var g = _l(), _ = I(g), v = (e) => {
		var n = fl(), o = I(n);
		Z(o, 17, () => U(f), (e) => e.at, (e, n) => {
			var r = ll();
			let a;
			var o = z(I(r), 2), s = (e) => {
				var t = cl(), r = R(t, !0);
				B(() => Y(r, U(n).marks.length)), J(e, t);
			};
			X(o, (e) => {
				U(n).marks.length > 1 && e(s);
			}), B((e) => {
				Q(r, "aria-label", e), a = Hr(r, "", a, { left: `${12 + U(n).at}px` });
			}, [() => m(U(n))]), G("click", r, () => t.shows.seek(U(n).marks[0].minute)), tr("mouseenter", r, () => F(i, U(n), !0)), tr("mouseleave", r, () => F(i, null)), tr("focus", r, () => F(i, U(n), !0)), tr("blur", r, () => F(i, null)), G("keydown", r, (e) => e.key === "Escape" && F(i, null)), J(e, r);
		});
		var s = z(o, 2), c = (e) => {
			var n = dl();
			let o;
			var s = I(n), c = R(s, !0);
			Z(z(s, 2), 17, () => U(i).marks, (e) => e.id, (e, n) => {
				var r = ul(), i = I(r), o = R(i, !0), s = z(i);
				B((e, t) => {
					Y(o, e), Y(s, ` ${t ?? ""}`);
				}, [() => t.speech.moment(U(n).minute), () => U(a).pick(U(n).title)]), J(e, r);
			}), B((e, t) => {
				o = Hr(n, "", o, { left: e }), Y(c, t);
			}, [() => `${Math.min(Math.max(U(i).at + 12, 140), Math.max(140, U(r) - 140))}px`, () => U(a).t("marks")]), J(e, n);
		};
		X(s, (e) => {
			U(i) && e(c);
		}), B((e) => Q(n, "aria-label", e), [() => U(a).t("marks")]), J(e, n);
	};
	X(_, (e) => {
		U(f).length && e(v);
	});
	var y = z(_, 2), b = I(y);
	Q(b, "height", 40);
	var x = I(b);
	Q(x, "transform", "translate(12,0)");
	var S = I(x);
	Z(S, 19, () => U(d), (e) => e.minute, (e, t, n) => {
		var r = fr(), i = L(r), a = (e) => {
			var n = pl();
			Q(n, "height", 40), B((e, t) => {
				Q(n, "x", e), Q(n, "width", t);
			}, [() => p(U(t).minute), () => Math.max(0, p(U(t).until) - p(U(t).minute))]), J(e, n);
		};
		X(i, (e) => {
			U(n) % 2 && e(a);
		}), J(e, r);
	});
	var C = z(S);
	Z(C, 17, () => U(c), Tr, (e, t, n) => {
		var r = ml();
		Q(r, "transform", n ? "translate(0,40) scale(1,-1)" : void 0);
		var i = I(r), a = z(i);
		B((e, t) => {
			Q(i, "d", e), Q(a, "d", t);
		}, [() => sl(U(t).all, U(l), U(o), U(u)), () => sl(U(t).chief, U(l), U(o), U(u))]), J(e, r);
	});
	var w = z(C), ee = z(w), te = (e) => {
		var t = hl();
		B((e) => Q(t, "d", `M${e ?? ""} 0V40`), [() => p(n())]), J(e, t);
	};
	X(ee, (e) => {
		n() > 0 && e(te);
	});
	var ne = z(ee);
	Q(ne, "height", 40);
	var T = z(b, 2), E = z(y, 2);
	Z(E, 21, () => U(d), (e) => e.minute, (e, n) => {
		let r = /* @__PURE__ */ M(() => p(U(n).until) - p(U(n).minute));
		var i = fr(), o = L(i), s = (e) => {
			var i = gl();
			let o, s;
			var c = R(i, !0);
			B((e, a, l) => {
				Q(i, "aria-current", t.shows.time.shown >= U(n).minute && t.shows.time.shown < U(n).until ? "date" : void 0), Q(i, "aria-label", e), o = Br(i, 1, "b8", null, o, { now: t.shows.time.shown >= U(n).minute && t.shows.time.shown < U(n).until }), s = Hr(i, "", s, {
					left: a,
					width: `${U(r) ?? ""}px`
				}), Y(c, l);
			}, [
				() => t.speech.calendar.short(U(n).minute, U(a)),
				() => `${12 + p(U(n).minute)}px`,
				() => h(U(n).minute, U(r))
			]), G("click", i, () => t.shows.seek(U(n).minute)), J(e, i);
		};
		X(o, (e) => {
			U(r) >= 24 && e(s);
		}), J(e, i);
	}), B((e, n, i, a, s) => {
		Q(b, "width", U(r)), Q(w, "x2", U(o)), Q(w, "y1", U(u) - .5), Q(w, "y2", U(u) - .5), Q(ne, "x", e), Q(ne, "width", n), Q(T, "max", t.shows.time.minutes), $r(T, t.shows.time.shown), Q(T, "aria-label", i), Q(T, "aria-valuetext", a), Q(E, "aria-label", s);
	}, [
		() => p(t.shows.time.shown),
		() => Math.max(0, U(o) - p(t.shows.time.shown)),
		() => U(a).t("time"),
		() => t.speech.moment(t.shows.time.shown),
		() => U(a).t("days")
	]), G("input", T, (e) => t.shows.seek(Number(e.currentTarget.value))), G("keydown", T, (e) => {
		let n = {
			ArrowLeft: -15,
			ArrowDown: -15,
			ArrowRight: 15,
			ArrowUp: 15,
			PageUp: 360,
			PageDown: -360
		}[e.key];
		n !== void 0 && (e.preventDefault(), e.stopPropagation(), t.shows.seek(t.shows.time.shown + n * (e.shiftKey ? 4 : 1)));
	}), li(g, "clientWidth", (e) => F(r, e)), J(e, g), A();
}
K([
	"click",
	"keydown",
	"input"
]);
// src/player/show.svelte.ts
var yl = class {
	page;
	time;
	#e = /* @__PURE__ */ P(-1);
	get layer() {
		return U(this.#e);
	}
	set layer(e) {
		F(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ P(-1);
	get site() {
		return U(this.#t);
	}
	set site(e) {
		F(this.#t, e, !0);
	}
	#n = /* @__PURE__ */ P(-1);
	get track() {
		return U(this.#n);
	}
	set track(e) {
		F(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ P(!1);
	get follow() {
		return U(this.#r);
	}
	set follow(e) {
		F(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ P("main");
	get filter() {
		return U(this.#i);
	}
	set filter(e) {
		F(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ P("log");
	get tab() {
		return U(this.#a);
	}
	set tab(e) {
		F(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ P(0);
	get choices() {
		return U(this.#o);
	}
	set choices(e) {
		F(this.#o, e, !0);
	}
	reel;
	pass = () => void 0;
	chose = () => void 0;
	#s = /* @__PURE__ */ P(-1);
	get chosen() {
		return U(this.#s);
	}
	set chosen(e) {
		F(this.#s, e, !0);
	}
	constructor(e, t, n) {
		this.page = e, this.time = n;
		let r = e.films[t] ?? e.films[0];
		if (!r) throw Error("a page without a film has no player");
		this.reel = new vo(e.stage, r);
	}
	get shown() {
		return this.time.shown;
	}
	get row() {
		return this.chosen >= 0 && this.happenings[this.chosen]?.minute === this.shown ? this.chosen : -1;
	}
	set row(e) {
		this.chosen = e;
	}
	#c = /* @__PURE__ */ M(() => Lc(this.happenings));
	get bars() {
		return U(this.#c);
	}
	set bars(e) {
		F(this.#c, e);
	}
	#l = /* @__PURE__ */ M(() => this.select((e) => e.weight >= this.bars.main));
	get main() {
		return U(this.#l);
	}
	set main(e) {
		F(this.#l, e);
	}
	#u = /* @__PURE__ */ M(() => this.select((e) => e.weight >= this.bars.great));
	get great() {
		return U(this.#u);
	}
	set great(e) {
		F(this.#u, e);
	}
	#d = /* @__PURE__ */ M(() => {
		let { filter: e, site: t, track: n } = this;
		return e === "all" ? this.select(() => !0) : e === "unit" && n >= 0 ? this.select((e) => e.unit === n) : e === "site" && t >= 0 ? this.select((e) => e.site === t) : this.main;
	});
	get listed() {
		return U(this.#d);
	}
	set listed(e) {
		F(this.#d, e);
	}
	get film() {
		return this.reel.film;
	}
	get happenings() {
		return this.film.happenings;
	}
	select(e) {
		let t = [];
		return this.happenings.forEach((n, r) => e(n) && t.push(r)), new zc(this.happenings, t);
	}
	visit(e) {
		let t = this.happenings[e];
		t && (t.site >= 0 && (this.site = t.site), this.follow || (this.track = t.site >= 0 && this.filter !== "unit" ? -1 : t.unit), this.row = e, this.time.seek(t.minute), this.choices += 1, this.chose());
	}
	pickSite(e) {
		this.row = -1, this.site = e, this.track = -1, this.follow = !1, this.tab = "details", this.choices += 1, this.chose();
	}
	pickTrack(e) {
		this.row = -1, this.track = e, this.site = -1, this.tab = "details", this.choices += 1, this.chose();
	}
	clear() {
		this.site = this.track = -1, this.follow = !1, (this.filter === "unit" || this.filter === "site") && (this.filter = "main"), this.time.calls += 1, this.chose();
	}
};
// src/player/shows.svelte.ts
function bl(e, t, n, r) {
	let i = [], a = (e, t) => e.happenings[t], [o, s] = [0, 0];
	for (; o < n.length || s < r.length;) {
		let [c, l] = [n[o] === void 0 ? null : a(e, n[o]), r[s] === void 0 ? null : a(t, r[s])];
		if (c && l && ma(c) === ma(l)) {
			i.push({
				minute: c.minute,
				rows: [n[o++], r[s++]]
			});
			continue;
		}
		let u = c && l && c.minute === l.minute && xl(t, r, s, ma(c), c.minute);
		c && (!l || c.minute < l.minute || c.minute === l.minute && !u) ? i.push({
			minute: c.minute,
			rows: [n[o++], -1]
		}) : i.push({
			minute: l.minute,
			rows: [-1, r[s++]]
		});
	}
	return i;
}
function xl(e, t, n, r, i) {
	for (let a = n + 1; a < t.length && e.happenings[t[a]].minute === i; a++) if (ma(e.happenings[t[a]]) === r) return !0;
	return !1;
}
var Sl = class {
	time;
	first;
	second;
	list;
	echoing = !1;
	constructor([e, t], n = 0) {
		if (!e) throw Error("a player without a film");
		this.time = new Ui(e.page.stage.minutes, n), this.first = new yl(e.page, e.film, this.time), this.second = t ? new yl(t.page, t.film, this.time) : null, this.list = this.second ? [this.first, this.second] : [this.first], this.first.pass = (e) => this.time.pass(e, () => this.next(this.main));
		for (let e of this.list) e.chose = () => this.echo(e);
		t && (this.tab = "apart");
	}
	#e = /* @__PURE__ */ M(() => this.entries((e) => e.listed));
	get listed() {
		return U(this.#e);
	}
	set listed(e) {
		F(this.#e, e);
	}
	#t = /* @__PURE__ */ M(() => this.entries((e) => e.main));
	get main() {
		return U(this.#t);
	}
	set main(e) {
		F(this.#t, e);
	}
	#n = /* @__PURE__ */ M(() => this.entries((e) => e.great));
	get great() {
		return U(this.#n);
	}
	set great(e) {
		F(this.#n, e);
	}
	entries(e) {
		let { first: t, second: n } = this;
		return bl(t, n ?? t, e(t).rows, n ? e(n).rows : []);
	}
	get page() {
		return this.first.page;
	}
	get layer() {
		return this.first.layer;
	}
	set layer(e) {
		if (this.first.layer = e, !this.second) return;
		let t = Sa(this.page.stage.authorities, this.second.page.stage.authorities);
		this.second.layer = t.find(([t]) => t === e)?.[1] ?? -1;
	}
	get tab() {
		return this.first.tab;
	}
	set tab(e) {
		for (let t of this.list) t.tab = e;
	}
	follow() {
		let e = !this.list.some((e) => e.follow);
		for (let t of this.list) t.follow = e && t.track >= 0;
	}
	seek(e) {
		for (let e of this.list) e.row = -1;
		this.time.seek(e);
	}
	toggle() {
		for (let e of this.list) e.row = -1;
		this.time.toggle();
	}
	visit({ minute: e, rows: t }) {
		this.echoing = !0, this.seek(e), this.list.forEach((e, n) => t[n] >= 0 && e.visit(t[n])), this.echoing = !1, t[1] < 0 ? this.echo(this.first) : t[0] < 0 && this.echo(this.second);
	}
	place(e) {
		return e.findIndex(({ minute: e, rows: t }) => e === this.time.shown && this.list.some((e, n) => e.row >= 0 && t[n] === e.row));
	}
	next(e = this.listed) {
		let t = this.place(e), n = e[t >= 0 ? t + 1 : ro(e.map((e) => e.minute), this.time.shown) + 1];
		return n && this.visit(n), n !== void 0;
	}
	before() {
		let e = this.listed, t = this.place(e), n = e[t >= 0 ? t - 1 : ro(e.map((e) => e.minute), this.time.shown - .001)];
		n ? this.visit(n) : this.seek(0);
	}
	nextGreat() {
		this.next(this.great) || this.seek(this.time.minutes);
	}
	clear() {
		for (let e of this.list) e.clear();
	}
	echo(e) {
		let t = e === this.first ? this.second : this.first;
		if (this.echoing || !t) return;
		this.echoing = !0;
		let [n, r] = [e.page.stage, t.page.stage];
		t.row = -1, t.site = r.sites.findIndex((t) => t.id === n.sites[e.site]?.id), t.track = Cl(e, t), t.follow &&= t.track >= 0, t.tab = e.tab, t.choices += 1, this.echoing = !1;
	}
};
function Cl(e, t) {
	let n = e.reel.bodies[e.track];
	if (!n) return -1;
	let r = e.page.stage.units[n.track.unit]?.id, i = (e) => e.reel.bodies.flatMap(({ track: t }, i) => t.detachment === n.track.detachment && e.page.stage.units[t.unit]?.id === r ? [i] : []);
	return i(t)[i(e).indexOf(e.track)] ?? -1;
}
// src/player/speech.ts
var wl = class {
	stage;
	words;
	calendar;
	constructor(e, t, n) {
		this.stage = e, this.words = t, this.calendar = n;
	}
	site(e) {
		return this.words.pick(this.stage.sites[e]?.title);
	}
	authority(e) {
		let t = this.stage.authorities[e];
		return t ? this.words.pick(t.title) : this.words.t("nobody");
	}
	body(e) {
		if (!e) return "";
		let t = this.words.pick(this.stage.units[e.unit]?.title);
		return e.detachment ? this.words.t("part", { unit: t }) : t;
	}
	sentence(e) {
		return this.words.pick(e.text);
	}
	moment(e) {
		return this.calendar.moment(e, this.words);
	}
	live(e) {
		let t = {
			moment: this.moment(e.minute),
			site: this.site(e.site),
			sentence: this.sentence(e)
		};
		return this.words.t("live", t);
	}
};
// src/player/still.ts
function Tl(e) {
	let t = window.matchMedia("(prefers-reduced-motion: reduce)"), n = () => e.still = t.matches;
	return n(), t.addEventListener("change", n), () => t.removeEventListener("change", n);
}
// src/player/Transport.svelte
var El = /* @__PURE__ */ q("<label><input type=\"radio\" class=\"unseen c1\" name=\"speed\"/> <span aria-hidden=\"true\" class=\"c1\"> </span></label>"), Dl = /* @__PURE__ */ q("<fieldset class=\"c1\"><legend class=\"unseen\"> </legend> <!> <span class=\"per c1\" aria-hidden=\"true\"> </span></fieldset>"), Ol = /* @__PURE__ */ q("<div class=\"transport c1\" role=\"group\"><button type=\"button\" class=\"c1\"><!></button> <button type=\"button\" class=\"play c1\"><!></button> <button type=\"button\" class=\"c1\"><!></button> <button type=\"button\" class=\"c1\"><!></button> <!> <button type=\"button\" class=\"keys c1\"><!></button></div>");
function kl(e, t) {
	k(t, !0);
	let n = mi(t, "shows", 7);
	var r = Ol(), i = I(r);
	Yi(I(i), { name: "before" });
	var a = z(i, 2), o = I(a);
	{
		let e = /* @__PURE__ */ M(() => n().time.playing ? "pause" : "play");
		Yi(o, { get name() {
			return U(e);
		} });
	}
	var s = z(a, 2);
	Yi(I(s), { name: "next" });
	var c = z(s, 2);
	Yi(I(c), { name: "great" });
	var l = z(c, 2), u = (e) => {
		var r = Dl(), i = I(r), a = R(i, !0), o = z(i, 2);
		Z(o, 16, () => Hi, (e) => e, (e, r) => {
			var i = El();
			let a;
			var o = I(i), s = R(z(o, 2), !0);
			B((e, t) => {
				Q(i, "title", e), a = Br(i, 1, "c1", null, a, { on: n().time.speed === r }), ei(o, n().time.speed === r), Q(o, "aria-label", t), Y(s, r);
			}, [() => t.words.t("speed_of", { n: r }), () => t.words.t("speed_of", { n: r })]), G("change", o, () => n().time.speed = r), J(e, i);
		});
		var s = R(z(o, 2), !0);
		B((e, t) => {
			Y(a, e), Y(s, t);
		}, [() => t.words.t("speed"), () => t.words.t("per_second")]), J(e, r);
	};
	X(l, (e) => {
		n().time.still || e(u);
	});
	var d = z(l, 2);
	Yi(I(d), { name: "keys" }), B((e, t, n, o, l, u, f, p, m, h, g) => {
		Q(r, "aria-label", e), Q(i, "aria-label", t), Q(i, "title", n), Q(a, "aria-label", o), Q(a, "title", l), Q(s, "aria-label", u), Q(s, "title", f), Q(c, "aria-label", p), Q(c, "title", m), Q(d, "aria-label", h), Q(d, "title", g);
	}, [
		() => t.words.t("controls"),
		() => t.words.t("before"),
		() => t.words.t("before"),
		() => t.words.t(n().time.playing ? "pause" : "play"),
		() => t.words.t(n().time.playing ? "pause" : "play"),
		() => t.words.t("next"),
		() => t.words.t("next"),
		() => t.words.t("next_great"),
		() => t.words.t("next_great"),
		() => t.words.t("keys_title"),
		() => t.words.t("keys_title")
	]), G("click", i, () => n().before()), G("click", a, () => n().toggle()), G("click", s, () => n().next()), G("click", c, () => n().nextGreat()), G("click", d, function(...e) {
		t.onKeys?.apply(this, e);
	}), J(e, r), A();
}
K(["click", "change"]);
// src/player/Player.svelte
var Al = /* @__PURE__ */ q("<div class=\"head\"><!> <!> <div class=\"lens\"><!></div></div>"), jl = /* @__PURE__ */ q("<p class=\"first\"> </p>"), Ml = /* @__PURE__ */ q("<p class=\"whose\" aria-hidden=\"true\"><!> <b> </b> <span> </span></p> <!>", 1), Nl = /* @__PURE__ */ q("<section class=\"side\"><!> <!></section>"), Pl = /* @__PURE__ */ q("<p class=\"still\"> </p>"), Fl = /* @__PURE__ */ q("<section><div class=\"stage\"><!> <div class=\"maps\"></div> <div class=\"bottom\"><!> <!> <!></div> <!></div> <!> <!></section>");
function Il(e, t) {
	k(t, !0);
	let n = (e) => {
		Vi(e, {
			get time() {
				return o;
			},
			get speech() {
				return U(p);
			}
		});
	}, r = (e) => {
		fa(e, {
			get shows() {
				return a;
			},
			get words() {
				return U(d);
			}
		});
	}, i = mi(t, "minute", 3, 0), a = W(() => new Sl(t.films, i())), { time: o, first: s, second: c } = a, l = c && ha(s, c), u = new Ci(a.page.stage), d = /* @__PURE__ */ M(() => new Fi(a.page.texts, t.language)), f = /* @__PURE__ */ M(() => a.list.map((e, n) => ({
		show: e,
		speech: new wl(e.page.stage, U(d), u),
		...c && { name: `${"AB"[n]}: ${t.films[n]?.name}` }
	}))), p = /* @__PURE__ */ M(() => U(f)[0].speech), m = Ft([]), h, g, _ = {
		zoomBy: (e) => m.forEach((t) => t?.zoomBy(e)),
		panBy: (e, t) => m.forEach((n) => n?.panBy(e, t)),
		goHome: () => m.forEach((e) => e?.goHome())
	};
	nn(() => {
		let e = i();
		W(() => e !== Math.floor(o.now) && a.seek(e));
	}), nn(() => {
		o.playing || t.onMinute?.(o.shown);
	}), hi(() => Tl(o));
	function v(e) {
		e.key === "Escape" && h.close() || Ki(e, a, _, () => g.open()) && e.preventDefault();
	}
	function y(e) {
		let t = a.list[e].happenings[l.rows[e]];
		if (!l.luck || l.minute < 0) return "";
		let n = t ? U(f)[e].speech.sentence(t) : U(d).t("part_nothing");
		return `${U(p).moment(t?.minute ?? l.minute)}: ${n}`;
	}
	let b = ({ page: e, film: t }) => U(d).pick(e.stage.endings[t.ending]?.title);
	var x = Fl();
	let S;
	var C = I(x), w = I(C), ee = (e) => {
		var t = Al(), i = I(t);
		n(i);
		var o = z(i, 2);
		il(o, {
			get shows() {
				return a;
			},
			get part() {
				return l;
			},
			get parts() {
				return U(f);
			}
		});
		var s = I(z(o, 2));
		r(s), J(e, t);
	};
	X(w, (e) => {
		l && e(ee);
	});
	var te = z(w, 2);
	Z(te, 21, () => U(f), Tr, (e, i, a, o) => {
		let s = () => U(i).show, c = () => U(i).speech, u = () => U(i).name;
		var p = Nl(), h = I(p), g = (e) => {
			var n = Ml(), r = L(n), i = I(r);
			Li(i, { i: a });
			var o = z(i, 2), c = R(o, !0), l = R(z(o, 2), !0), u = z(r, 2), f = (e) => {
				var t = jl(), n = R(t, !0);
				B((e) => Y(n, e), [() => y(a)]), J(e, t);
			}, p = /* @__PURE__ */ M(() => y(a));
			X(u, (e) => {
				U(p) && e(f);
			}), B((e) => {
				Y(c, t.films[a]?.name), Y(l, e);
			}, [() => U(d).t("its_end", { ending: b(s()) })]), J(e, n);
		};
		X(h, (e) => {
			l && e(g);
		});
		var v = z(h, 2);
		{
			let e = /* @__PURE__ */ M(() => l ? void 0 : n), t = /* @__PURE__ */ M(() => l ? void 0 : r), i = /* @__PURE__ */ M(() => a === U(f).length - 1);
			di(Us(v, {
				get show() {
					return s();
				},
				get speech() {
					return c();
				},
				get left() {
					return U(e);
				},
				get right() {
					return U(t);
				},
				get tools() {
					return U(i);
				},
				get keys() {
					return _;
				},
				onLook: (e) => m.forEach((t, n) => n !== a && t?.look(e))
			}), (e, t) => m[t] = e, (e) => m?.[e], () => [a]);
		}
		B(() => Q(p, "aria-label", u())), J(e, p);
	});
	var ne = z(te, 2), T = I(ne);
	kl(T, {
		get shows() {
			return a;
		},
		get words() {
			return U(d);
		},
		onKeys: () => g.open()
	});
	var E = z(T, 2);
	{
		let e = /* @__PURE__ */ M(() => l?.minute);
		vl(E, {
			get shows() {
				return a;
			},
			get speech() {
				return U(p);
			},
			get parted() {
				return U(e);
			}
		});
	}
	var re = z(E, 2), ie = (e) => {
		var t = Pl(), n = R(t, !0);
		B((e) => Y(n, e), [() => U(d).t("step_mode")]), J(e, t);
	};
	X(re, (e) => {
		o.still && e(ie);
	}), di(Zc(z(ne, 2), {
		get shows() {
			return a;
		},
		get words() {
			return U(d);
		},
		get parts() {
			return U(f);
		},
		get onEvidence() {
			return t.onEvidence;
		}
	}), (e) => h = e, () => h);
	var ae = z(C, 2);
	di(Qi(ae, {
		get shows() {
			return a;
		},
		get words() {
			return U(d);
		}
	}), (e) => g = e, () => g), Oa(z(ae, 2), { get parts() {
		return U(f);
	} }), B((e) => {
		S = Br(x, 1, "player", null, S, { double: c }), Q(x, "aria-label", e);
	}, [() => U(d).t(c ? "beside" : "player")]), G("keydown", x, v), J(e, x), A();
}
K(["keydown"]);
// src/notebook/Live.svelte
var Ll = /* @__PURE__ */ q("<option> </option>"), Rl = /* @__PURE__ */ q("<label> <select class=\"a0\"></select></label>"), zl = /* @__PURE__ */ q("<p role=\"alert\"> </p>"), Bl = /* @__PURE__ */ q("<form class=\"a0\"><!> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"a0\"/></label> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"a0\"/></label> <button type=\"submit\" class=\"a0\"> </button> <span role=\"status\"> </span></form> <!> <!>", 1);
function Vl(e, t) {
	k(t, !0);
	let n = /* @__PURE__ */ M(() => new Fi(t.state.page?.texts ?? {}, t.state.language)), r = (e) => U(n).word("studio", e), i = /* @__PURE__ */ P(Ft(W(() => t.state.scenario))), a = /* @__PURE__ */ P(Ft(W(() => t.state.seed))), o = /* @__PURE__ */ P(Ft(W(() => t.state.run)));
	function s(e) {
		e.preventDefault(), t.state.ask(U(i), U(a), U(o));
	}
	var c = Bl(), l = L(c), u = I(l), d = (e) => {
		var n = Rl(), a = I(n), o = z(a);
		Z(o, 21, () => Object.entries(t.state.scenarios), ([e, t]) => e, (e, t) => {
			var n = /* @__PURE__ */ M(() => m(U(t), 2));
			let r = () => U(n)[0], i = () => U(n)[1];
			var a = Ll(), o = R(a, !0), s = {};
			B(() => {
				Y(o, i()), s !== (s = r()) && (a.value = (a.__value = s) ?? "");
			}), J(e, a);
		}), Kr(o), B((e) => Y(a, `${e ?? ""} `), [() => r("scenario")]), qr(o, () => U(i), (e) => F(i, e)), J(e, n);
	}, f = /* @__PURE__ */ M(() => Object.keys(t.state.scenarios).length > 1);
	X(u, (e) => {
		U(f) && e(d);
	});
	var p = z(u, 2), h = I(p), g = z(h), _ = z(p, 2), v = I(_), y = z(v), b = z(_, 2), x = R(b, !0), S = R(z(b, 2), !0), C = z(l, 2), w = (e) => {
		var n = zl(), r = R(n, !0);
		B(() => Y(r, t.state.trouble)), J(e, n);
	};
	X(C, (e) => {
		t.state.trouble && e(w);
	});
	var ee = z(C, 2), te = (e) => {
		var n = fr();
		wr(L(n), () => t.state.page, (e) => {
			{
				let n = /* @__PURE__ */ M(() => [{
					page: t.state.page,
					film: 0
				}]);
				Il(e, {
					get films() {
						return U(n);
					},
					get language() {
						return t.state.language;
					}
				});
			}
		}), J(e, n);
	};
	X(ee, (e) => {
		t.state.page && e(te);
	}), B((e, n, r, i) => {
		Y(h, `${e ?? ""} `), Y(v, `${n ?? ""} `), b.disabled = t.state.busy, Y(x, r), Y(S, i);
	}, [
		() => r("seed"),
		() => r("number"),
		() => r("watch"),
		() => t.state.busy ? r("loading") : ""
	]), tr("submit", l, s), ii(g, () => U(a), (e) => F(a, e)), ii(y, () => U(o), (e) => F(o, e)), J(e, c), A();
}
// src/notebook/widget.ts
var Hl = ":root{--paper:#fbf8f1;--page:#fff;--sand:#f1ebdd;--rule:#d9d0bd;--ink:#23201b;--soft:#5c564b;--land:#f6f2e9;--water:#dfeaf0;--side-0:#c04f00;--side-1:#0072b2;--side-x:#6b6b6b;--accent:#7a2e1d;--focus:#0b5cad;--serif:\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", \"Book Antiqua\", Georgia, \"PT Serif\", serif;--sans:system-ui, -apple-system, \"Segoe UI\", \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif;--small:.8125rem;--round:6px;--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light}*,:before,:after{box-sizing:border-box}body{background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-text-size-adjust:100%;margin:0}h1,h2,h3{font-family:var(--serif);text-wrap:balance;margin:0;font-weight:600;line-height:1.2}button,select,input{font:inherit;color:inherit}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}.unseen{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;margin:-1px;position:absolute;overflow:hidden}@media (prefers-reduced-motion:reduce){*,:before,:after{scroll-behavior:auto!important;transition:none!important;animation:none!important}}span.a2{background:var(--ink);color:#fff;width:1.5em;height:1.5em;font:600 .8em/1 var(--sans);vertical-align:.08em;border-radius:50%;flex:none;place-items:center;display:inline-grid}.clock.a3{border:1px solid var(--rule);border-radius:var(--round);font-family:var(--serif);pointer-events:none;background:#fbf8f1eb;padding:.5rem .9rem .6rem}.hour.a3{font-variant-numeric:tabular-nums lining-nums;letter-spacing:.01em;font-size:2.1rem;line-height:1.05}p.a3{margin:0;line-height:1.3}.day.a3:first-letter{text-transform:uppercase}.other.a3,.style.a3{color:var(--soft);font-size:var(--small)}.style.a3{font-style:italic}@container player (width<=720px){.clock.a3{padding:.3rem .6rem .35rem}.hour.a3{font-size:1.5rem}p.a3{font-size:var(--small)}}dialog.a7{border:1px solid var(--rule);background:var(--paper);width:min(34rem,100vw - 2rem);max-height:calc(100dvh - 2rem);color:var(--ink);border-radius:10px;padding:1rem 1.2rem 1.2rem}dialog.a7::backdrop{background:#23201b73}header.a7{justify-content:space-between;align-items:center;display:flex}h2.a7{font-size:1.35rem}button.a7{place-items:center;width:32px;height:32px;display:grid}label.a7{align-items:center;gap:.5rem;min-height:32px;margin:.3rem 0 .5rem;display:flex}input.a7{width:20px;height:20px}dl.a7{columns:2;column-gap:1.6rem;margin:0}dl.a7 div:where(.a7){break-inside:avoid;align-items:baseline;gap:.6rem;padding:.2rem 0;display:flex}dt.a7{flex:none;min-width:3.8rem}dd.a7{margin:0;font-size:.9rem;line-height:1.3}kbd.a7{border:1px solid var(--rule);background:var(--page);font:.85rem var(--sans);border-bottom-width:2px;border-radius:4px;padding:.05rem .45rem}@media (width<=480px){dl.a7{columns:1}}svg.a5{vertical-align:-.12em;flex:none}.layers.a9{border:1px solid var(--rule);border-radius:var(--round);background:#fbf8f1eb;flex-direction:column;min-width:0;margin:0;padding:0;display:flex;overflow:clip}legend.a9{float:left;color:var(--soft);padding:.3rem .7rem .1rem;font-size:12px}label.a9{clear:both;min-height:28px;font-size:var(--small);cursor:pointer;align-items:center;gap:.45rem;padding:.1rem .7rem;line-height:1.25;display:flex;position:relative}label.a9:hover{background:var(--sand)}label.on.a9{background:var(--sand);box-shadow:inset 3px 0 0 var(--accent);font-weight:600}label.a9:has(:where(.a9):focus-visible){outline:3px solid var(--focus);outline-offset:-3px}.eye.a9{display:none}@container player (width<=860px){.layers.a9{flex-direction:row}legend.a9,.name.a9{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}.eye.a9{display:grid}label.a9{justify-content:center;width:40px;min-height:36px;padding:0}label.on.a9{box-shadow:inset 0 -3px 0 var(--accent)}}.note.a9{border-radius:var(--round);max-width:19rem;color:var(--soft);background:#fbf8f1eb;margin:.3rem 0 0;padding:.3rem .7rem;font-size:12px;line-height:1.35}svg.a8{vertical-align:-.15em;flex:none}.legend.b0{border:1px solid var(--rule);border-radius:var(--round);max-width:21rem;font-size:var(--small);background:#fbf8f1fa}summary.b0{cursor:pointer;min-height:30px;padding:.3rem .7rem}div.b0{max-height:min(300px,50vh);overflow-y:auto}ul.b0{margin:0;padding:0 .7rem .5rem;list-style:none}.kinds.b0{columns:2}p.b0{color:var(--soft);margin:0;padding:.1rem .7rem}li.b0{align-items:center;gap:.5rem;padding:.1rem 0;line-height:1.3;display:flex}svg.b0{flex:none}.frame.b3{background:var(--land);contain:strict;position:absolute;inset:0;overflow:hidden}canvas.b3{cursor:grab;touch-action:pan-x pan-y;width:100%;height:100%;position:absolute;inset:0}.beneath.b3,.over.b3{pointer-events:none}.beneath.b3{z-index:-1}.hint.b3{background:var(--ink);color:#fff;max-width:16rem;font-size:var(--small);pointer-events:none;text-align:center;border-radius:4px;padding:.2rem .55rem;line-height:1.3;position:absolute;transform:translate(-50%,calc(-100% - 12px))}.apart.a1{flex:1;min-height:0;padding:.4rem .9rem 1rem;overflow:auto}table.a1{margin-bottom:.8rem}.differs.a1{font-weight:700}.card h3{margin-bottom:.3rem;font-size:1.25rem}.card h4{font-size:var(--small);color:var(--soft);margin:.9rem 0 .2rem;font-weight:600}.card p{margin:.15rem 0}.card .line{font-family:var(--serif)}.card .soft{color:var(--soft);font-size:var(--small)}.card ul{margin:0;padding:0;font-size:.9rem;list-style:none}.card li{padding:.1rem 0}.card table{margin:.5rem 0}.card .acts{flex-wrap:wrap;gap:.4rem;margin-top:.9rem;display:flex}.card .acts button{border:1px solid var(--rule);background:var(--page);border-radius:4px;min-height:32px;padding:.2rem .7rem}.card .acts button:hover{border-color:var(--soft)}.card .acts button[aria-pressed=true]{background:var(--ink);color:#fff}.details.a4{flex:1;min-height:0;padding:.7rem .9rem 1rem;overflow-y:auto}.pick.a4{grid-template-columns:1fr 1fr;gap:.6rem;margin-bottom:.8rem;display:grid}label.a4{color:var(--soft);font-size:var(--small);gap:.15rem;min-width:0;display:grid}select.a4{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:30px;color:var(--ink);border-radius:4px}.empty.a4{color:var(--soft);font-family:var(--serif)}.log.b2{flex-direction:column;flex:1;min-height:0;display:flex}.filter.b2{font-size:var(--small);color:var(--soft);align-items:center;gap:.5rem;padding:.5rem .9rem;display:flex}.filter.b2 span:where(.b2){white-space:nowrap;margin-left:auto}select.b2{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:28px;color:var(--ink);border-radius:4px}.scroll.b2{border-top:1px solid var(--rule);flex:1;min-height:0;position:relative;overflow-y:auto}ol.b2{margin:0;padding:0;list-style:none;position:relative}li.b2{border-bottom:1px solid var(--sand);position:absolute;left:0;right:0}li.none.b2{color:var(--soft);border:0;padding:1rem}button.b2{text-align:left;border-left:3px solid #0000;width:100%;height:100%;padding:.3rem .9rem;line-height:1.3;display:block}button.b2:hover{background:var(--sand)}button.now.b2{border-left-color:var(--accent);background:#f7f0e1}button.later.b2{color:var(--soft)}button.b2:focus-visible{outline-offset:-3px}.when.b2{color:var(--soft);font-variant-numeric:tabular-nums;font-size:12px;display:block}.what.b2{-webkit-line-clamp:2;line-clamp:2;font-family:var(--serif);-webkit-box-orient:vertical;font-size:.9rem;display:-webkit-box;overflow:hidden}.great.b2 .what:where(.b2){font-weight:600}.tables.c0{flex-direction:column;flex:1;min-height:0;display:flex}.which.c0,.leaves.c0{font-size:var(--small);justify-content:space-between;align-items:center;gap:.4rem;padding:.5rem .9rem;display:flex}.which.c0{justify-content:start}.which.c0 button:where(.c0),.leaves.c0 button:where(.c0){border:1px solid var(--rule);background:var(--page);border-radius:4px;min-height:28px;padding:.1rem .7rem}.which.c0 button[aria-pressed=true]:where(.c0){background:var(--ink);color:#fff}.leaves.c0 button:where(.c0):disabled{color:#767063;cursor:default}.scroll.c0{border-top:1px solid var(--rule);flex:1;min-height:0;overflow:auto}table.c0{font-size:var(--small)}caption.c0{padding-inline:.9rem;font-size:.95rem}th.c0,td.c0{border-color:var(--sand);padding:.15rem .4rem}th.c0:first-child,td.c0:first-child{padding-left:.9rem}thead.c0 th:where(.c0){background:var(--paper);position:sticky;top:0}.n.c0{padding-right:.9rem}.when.c0{white-space:nowrap}.when.c0,.kind.c0{color:var(--soft)}.why.c3{border-top:2px solid var(--ink);background:var(--page);flex-direction:column;max-height:55%;display:flex}header.c3{align-items:center;padding:.5rem .6rem .3rem .9rem;display:flex}h3.c3{outline:none;flex:1;font-size:1.05rem}.close.c3{place-items:center;width:28px;height:28px;display:grid}ol.c3{margin:0;padding:0 .9rem .8rem;list-style:none;overflow-y:auto}li.c3{border-left:2px solid var(--rule);margin-left:.3rem;padding:0 0 .7rem 1.1rem;position:relative}li.c3:before{content:\"\";border:2px solid var(--accent);background:var(--page);border-radius:50%;width:10px;height:10px;position:absolute;top:.5rem;left:-6px}li.first.c3:before{background:var(--accent)}li.c3:last-child{padding-bottom:0}p.c3{margin:0}.when.c3{min-height:24px;color:var(--soft);font-size:12px}.when.c3:hover{text-decoration:underline}.what.c3{font-family:var(--serif);font-size:.95rem;line-height:1.35}.because.c3,.sources.c3{font-size:var(--small);color:var(--soft)}.sources.c3 button:where(.c3){margin-right:.6rem}.parted.b6{min-width:0;font-family:var(--serif);line-height:1.35}p.b6{margin:0}.until.b6{font-size:1.12rem;font-weight:600}.held.b6{color:var(--soft);margin-top:.3rem;font-size:.9rem}button.b6{border:1px solid var(--rule);background:var(--page);min-height:26px;font:.85rem/1.4 var(--sans);border-radius:4px;margin:.1rem .3rem .1rem 0;padding:0 .6rem}button.b6:hover{border-color:var(--soft)}.scrubber.b8{min-width:0;position:relative}.marks.b8{height:24px;position:relative}.flag.b8{width:24px;height:24px;color:var(--accent);text-align:left;margin-left:-2px;position:absolute;bottom:0}.flag.b8 svg:where(.b8){position:absolute;bottom:0;left:0}.many.b8{font-size:11px;font-weight:700;line-height:1;position:absolute;top:4px;left:13px}.note.b8{z-index:5;border-radius:var(--round);background:var(--ink);color:#fff;width:270px;font-size:var(--small);pointer-events:none;padding:.5rem .7rem;line-height:1.35;position:absolute;bottom:28px;transform:translate(-50%)}.note.b8 b:where(.b8){font-family:var(--serif)}.note.b8 p:where(.b8){margin:.2rem 0 0}.note.b8 span:where(.b8){color:#e6d9bd}.strip.b8{height:40px;position:relative}.strip.b8 svg:where(.b8){position:absolute;inset:0}input.b8{cursor:ew-resize;appearance:none;background:0 0;width:100%;height:100%;margin:0;position:absolute;inset:0}input.b8::-webkit-slider-runnable-track{background:0 0;height:40px}input.b8::-webkit-slider-thumb{appearance:none;background:radial-gradient(circle at 12px 34px, var(--ink) 5.5px, #fff 6px 7.5px, transparent 8px), linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;width:24px;height:40px}input.b8::-moz-range-track{background:0 0}input.b8::-moz-range-thumb{background:linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;border-radius:0;width:24px;height:40px}.days.b8{height:24px;position:relative;overflow:hidden}.days.b8 button:where(.b8){border-left:1px solid var(--rule);height:24px;color:var(--soft);text-align:left;white-space:nowrap;padding:0 2px 0 5px;font-size:12px;line-height:1;position:absolute;top:0}.days.b8 button:where(.b8):hover{color:var(--ink)}.days.b8 .now:where(.b8){color:var(--ink);font-weight:700}.days.b8 button:where(.b8):focus-visible,.flag.b8:focus-visible{outline-offset:-3px}.transport.c1{flex-wrap:wrap;align-items:center;gap:.35rem;display:flex}button.c1{border:1px solid var(--rule);background:var(--page);border-radius:50%;place-items:center;width:36px;height:36px;display:grid}button.c1:hover{border-color:var(--soft)}.play.c1{background:var(--ink);color:#fff;border:0;width:46px;height:46px}.play.c1:hover{background:var(--accent)}fieldset.c1{border:0;align-items:center;min-width:0;margin:0 0 0 .5rem;padding:0;display:flex}label.c1{border:1px solid var(--rule);background:var(--page);text-align:center;min-width:34px;font-size:var(--small);font-variant-numeric:tabular-nums;cursor:pointer;margin-left:-1px;padding:.25rem .3rem;position:relative}label.c1:first-of-type{border-radius:4px 0 0 4px}label.c1:last-of-type{border-radius:0 4px 4px 0}label.on.c1{background:var(--ink);border-color:var(--ink);color:#fff}label.c1:has(:where(.c1):focus-visible){outline:3px solid var(--focus);outline-offset:2px;z-index:1}.per.c1{color:var(--soft);font-size:var(--small);margin-left:.5rem}.keys.c1{margin-left:auto}@container player (width<=720px){.per.c1{display:none}fieldset.c1{margin-left:.1rem}label.c1{min-width:28px;padding-inline:.1rem}.transport.c1{gap:.25rem}}.player{container:player/inline-size}:where(.player) button{cursor:pointer;background:0 0;border:0;padding:0}.player [tabindex=\"0\"]:focus-visible{outline-offset:-3px}.player .stage{height:var(--player-height,clamp(540px, calc(100dvh - 1rem), 980px));border:1px solid var(--rule);background:var(--paper);color:var(--ink);grid-template:minmax(0,1fr) auto/minmax(0,1fr) min(372px,36%);display:grid}.player .maps{min-height:0;display:grid}.player .side{flex-direction:column;min-width:0;min-height:0;display:flex}.player .map{flex:1;min-height:0;position:relative;overflow:hidden}.player .corner{position:absolute}.player .left{top:.7rem;left:.7rem}.player .right{max-width:17rem;top:.7rem;right:.7rem}.player .foot{bottom:.7rem;left:.7rem}.player .zoom{border:1px solid var(--rule);border-radius:var(--round);background:var(--page);display:grid;position:absolute;bottom:.7rem;right:.7rem;overflow:clip}.player .zoom button{place-items:center;width:36px;height:34px;display:grid}.player .zoom button+button{border-top:1px solid var(--rule)}.player .zoom button:hover{background:var(--sand)}.player .zoom button:focus-visible{outline-offset:-3px}.player .panel{border-left:1px solid var(--rule);background:var(--paper);flex-direction:column;grid-area:1/2;min-height:0;display:flex}.player .tabs{border-bottom:1px solid var(--rule);display:flex}.player .tabs button{min-height:42px;color:var(--soft);font-family:var(--serif);border-bottom:3px solid #0000;flex:1;padding:.2rem .5rem;font-size:.95rem;line-height:1.15}.player .tabs button[aria-selected=true]{border-bottom-color:var(--accent);color:var(--ink);font-weight:600}.player .tabs button:focus-visible{outline-offset:-3px}.player .leaf{flex-direction:column;flex:1;min-height:0;display:flex}.player .bottom{border-top:1px solid var(--rule);background:var(--paper);grid-column:1/-1;padding:.4rem .9rem .5rem}.player .still{color:var(--soft);font-size:var(--small);margin:.2rem 0 0}@container player (width<=860px){.player .stage{grid-template:clamp(300px,52dvh,560px) auto 440px/minmax(0,1fr);height:auto}.player .bottom{border-bottom:1px solid var(--rule)}.player .panel{border-left:0;grid-area:auto}.player .left{max-width:calc(100% - 10rem)}}.player.double .stage{height:auto;display:block}.double .head{border-bottom:1px solid var(--rule);grid-template-columns:auto minmax(0,1fr) auto;align-items:start;gap:.6rem 1.2rem;padding:.7rem .9rem;display:grid}.double .lens{max-width:17rem}.double .maps{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.double .side+.side{border-left:1px solid var(--rule)}.double .side .map{height:clamp(280px,48dvh,520px)}.double .whose{border-bottom:1px solid var(--rule);margin:0;padding:.35rem .9rem;font-size:.9rem;line-height:1.35}.double .side .whose{border-bottom:0}.double .side .whose span:last-child{color:var(--soft)}.double .first{font:.95rem/1.35 var(--serif);flex:1;margin:0;padding:0 .9rem .4rem}.double .side .map{border-top:1px solid var(--rule);flex:none;margin-top:auto}.double .bottom{border-bottom:1px solid var(--rule)}.double .panel{border-left:0;height:440px}.double .leaf.two{grid-template:minmax(0,1fr)/minmax(0,1fr) minmax(0,1fr);display:grid}.double .half{flex-direction:column;min-width:0;min-height:0;display:flex}.double .half+.half{border-left:1px solid var(--rule)}@container player (width<=860px){.double .head{grid-template-columns:minmax(0,1fr) auto}.double .parted{grid-area:2/1/auto/-1}.double .lens{justify-self:end}}@container player (width<=640px){.double .maps,.double .leaf.two{grid-template:auto/minmax(0,1fr)}.double .side .map{height:clamp(220px,34dvh,320px)}.double .side+.side,.double .half+.half{border-left:0;border-top:1px solid var(--rule)}.double .panel{height:auto}.double .half{height:400px}.double .apart{max-height:560px}}@media print{.player .bottom,.player .panel,.player .zoom{display:none}}:where(.player) :is(table,th,td){border-collapse:collapse;text-align:left;vertical-align:baseline;font-weight:400;line-height:1.35}:where(.player) table{width:100%;font-size:.875rem}:where(.player) caption{font-family:var(--serif);text-align:left;padding:.4rem 0;font-size:1rem}:where(.player) :is(th,td){border-bottom:1px solid var(--rule);padding:.25rem .6rem .25rem 0}:where(.player) thead th{color:var(--soft);font-weight:600}:where(.player) .n{text-align:right;font-variant-numeric:tabular-nums}:where(.player) :is(.link,th button,td button){text-align:left;text-underline-offset:3px;min-height:24px;text-decoration:underline}:where(.player) .link{color:var(--focus)}:where(.player) :is(th,td) button:not(:hover){text-decoration-color:var(--rule)}form.a0{flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:0 0 .75rem;display:flex}select.a0,input.a0,button.a0{background:var(--page);border:1px solid #8c8271;border-radius:3px;min-height:2rem;padding:.2rem .5rem}input.a0{width:7rem}\n/*$vite$:1*/";
function Ul({ model: e, el: t }) {
	let n = t.shadowRoot ?? t.attachShadow({ mode: "open" }), r = document.createElement("style");
	r.textContent = Hl.replaceAll(":root", ":host").replace(/\bbody\s*\{/g, ":host{display:block;");
	let i = document.createElement("div");
	n.replaceChildren(r, i);
	let a = new _i(e), o = _r(Vl, {
		target: i,
		props: { state: a }
	});
	return () => {
		a.leave(), xr(o);
	};
}
var Wl = { render: Ul };
export { Wl as default };
