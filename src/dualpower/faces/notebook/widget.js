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
var h = 1024, g = 2048, _ = 4096, v = 8192, y = 16384, b = 32768, x = 1 << 25, S = 65536, C = 1 << 19, w = 1 << 20, T = 1 << 25, E = 1 << 21, D = 1 << 22, ee = 1 << 23, O = Symbol("$state"), te = Symbol("component"), ne = Symbol("legacy props"), re = Symbol(""), ie = Symbol("attributes"), ae = Symbol("class"), oe = Symbol("style"), se = Symbol("text"), ce = Symbol("form reset"), le = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), ue = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), de = {}, fe = Symbol("uninitialized"), pe = "http://www.w3.org/1999/xhtml";
function me() {
	console.warn("svelte: derived_inert");
}
function he(e) {
	console.warn("svelte: hydration_mismatch");
}
function ge() {
	console.warn("svelte: select_multiple_invalid_value");
}
function _e() {
	console.warn("svelte: svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var k = !1;
function ve(e) {
	k = e;
}
var A;
function ye(e) {
	if (e === null) throw he(), de;
	return A = e;
}
function be() {
	return ye(/* @__PURE__ */ tn(A));
}
function j(e) {
	if (k) {
		if (/* @__PURE__ */ tn(A) !== null) throw he(), de;
		A = e;
	}
}
function xe(e = 1) {
	if (k) {
		for (var t = e, n = A; t--;) n = /* @__PURE__ */ tn(n);
		A = n;
	}
}
function Se(e = !0) {
	for (var t = 0, n = A;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ tn(n);
		e && n.remove(), n = i;
	}
}
function Ce(e) {
	if (!e || e.nodeType !== 8) throw he(), de;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function we(e) {
	return e === this.v;
}
function Te(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function Ee(e) {
	return !Te(e, this.v);
}
function De(e) {
	throw Error("svelte: lifecycle_outside_component");
}
// node_modules/svelte/src/internal/client/errors.js
function Oe() {
	throw Error("svelte: async_derived_orphan");
}
function ke(e, t, n) {
	throw Error("svelte: each_key_duplicate");
}
function Ae(e) {
	throw Error("svelte: effect_in_teardown");
}
function je() {
	throw Error("svelte: effect_in_unowned_derived");
}
function Me(e) {
	throw Error("svelte: effect_orphan");
}
function Ne() {
	throw Error("svelte: effect_update_depth_exceeded");
}
function Pe(e) {
	throw Error("svelte: props_invalid_value");
}
function Fe() {
	throw Error("svelte: state_descriptors_fixed");
}
function Ie() {
	throw Error("svelte: state_prototype_fixed");
}
function Le() {
	throw Error("svelte: state_unsafe_mutation");
}
function Re() {
	throw Error("svelte: svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var ze = null;
function Be(e) {
	ze = e;
}
function Ve(e, t = !1, n) {
	ze = {
		p: ze,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: V,
		l: null
	};
}
function He(e) {
	var t = ze, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) gn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, ze = t.p, Ue(e);
}
function Ue(e = {}) {
	return i(e, te, { value: !0 }), e;
}
function We() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var Ge = [];
function Ke() {
	var e = Ge;
	Ge = [], f(e);
}
function qe(e) {
	if (Ge.length === 0 && !bt) {
		var t = Ge;
		queueMicrotask(() => {
			t === Ge && Ke();
		});
	}
	Ge.push(e);
}
function Je() {
	for (; Ge.length > 0;) Ke();
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Ye = ~(g | _ | h);
function Xe(e, t) {
	e.f = e.f & Ye | t;
}
function Ze(e) {
	e.f & 512 || e.deps === null ? Xe(e, h) : Xe(e, _);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function Qe(e, t) {
	e.f & 2048 ? t.set(e, g) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, _), Xe(e, h);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var $e = !1;
function et() {
	$e || ($e = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[ce]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function tt(e) {
	var t = B, n = V;
	Rn(null), zn(null);
	try {
		return e();
	} finally {
		Rn(t), zn(n);
	}
}
function nt(e, t, n, r = n) {
	e.addEventListener(t, () => tt(n));
	let i = e[ce];
	e[ce] = i ? () => {
		i(), r(!0);
	} : () => r(!0), et();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function rt(e, t, n, r) {
	let i = We() ? st : ut;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = V, c = it(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				ln(e, s);
			}
			at();
		}
	}
	var d = ot();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ lt(e))).then(u).catch((e) => ln(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), at());
	}) : f();
}
function it() {
	var e = V, t = B, n = ze, r = N;
	return function(i = !0) {
		zn(e), Rn(t), Be(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function at(e = !0) {
	zn(null), Rn(null), Be(null), e && N?.deactivate();
}
function ot() {
	var e = V, t = e.b, n = N, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function st(e) {
	var t = 2 | g;
	return V !== null && (V.f |= C), {
		ctx: ze,
		deps: null,
		effects: null,
		equals: we,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: fe,
		wv: 0,
		parent: V,
		ac: null
	};
}
var ct = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function lt(e, t, n) {
	let r = V;
	r === null && Oe();
	var i = void 0, a = Lt(fe), o = !B, s = /* @__PURE__ */ new Set();
	return yn(() => {
		var t = V, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== le && n.reject(e);
			}).finally(at);
		} catch (e) {
			n.reject(e), at();
		}
		var c = N;
		if (o) {
			if (t.f & 32768) var l = ot();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(ct);
			else for (let e of s.values()) e.reject(ct);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== ct && (c.activate(), t ? (a.f |= ee, Vt(a, t)) : (a.f & 8388608 && (a.f ^= ee), Vt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), mn(() => {
		for (let e of s) e.reject(ct);
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
	let t = /* @__PURE__ */ st(e);
	return Vn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function ut(e) {
	let t = /* @__PURE__ */ st(e);
	return t.equals = Ee, t;
}
function dt(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) En(t[n]);
	}
}
function ft(e) {
	var t, n = V, r = e.parent;
	if (!Fn && r !== null && e.v !== fe && r.f & 24576) return me(), e.v;
	zn(r);
	try {
		dt(e), t = $n(e);
	} finally {
		zn(n);
	}
	return t;
}
function pt(e) {
	var t = ft(e);
	!e.equals(t) && (e.wv = Xn(), (!N?.is_fork || e.deps === null) && (N === null ? e.v = t : (N.capture(e, t, !0), _t?.capture(e, t, !0)), e.deps === null)) ? Xe(e, h) : Fn || (vt === null ? Ze(e) : (pn() || N?.is_fork) && vt.set(e, t));
}
function mt(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && tt(() => {
		t.ac.abort(le), t.ac = null;
	}), t.fn !== null && (t.teardown = d), nr(t, 0), wn(t));
}
function ht(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && rr(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var gt = null, N = null, _t = null, vt = null, yt = null, bt = !1, xt = !1, St = null, Ct = null, wt = 0, Tt = 1, Et = class e {
	id = Tt++;
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
		gt === null ? gt = this : (gt.next = this, this.prev = gt), gt = this;
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
			for (var r of n.d) Xe(r, g), t(r);
			for (r of n.m) Xe(r, _), t(r);
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
		for (let [e, t] of this.#s) Xe(e, t), this.schedule(e);
		this.apply();
		for (var t = St = [], n = [], r = Ct = []; this.#a.length > 0;) {
			wt++ > 1e3 && (this.#b(), Ot());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Nt(e), this.#d() || this.discard(), t;
			}
		}
		if (N = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (St = null, Ct = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) Mt(e, t);
			r.length > 0 && N.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), _t = this, At(n), At(t), _t = null, this.#i?.resolve();
			var o = N;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Ft.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= h;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= h : i & 4 ? t.push(r) : Zn(r) && (i & 16 && this.add_dirty_reaction(r, _), rr(r));
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
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), Xe(i, g), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), N = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) Qe(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== fe && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), vt?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		N = this;
	}
	deactivate() {
		N = null, vt = null;
	}
	flush() {
		try {
			xt = !0, N = this, this.#m();
		} finally {
			wt = 0, yt = null, St = null, Ct = null, xt = !1, N = null, vt = null, Ft.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(ct);
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
		this.#u || (this.#u = !0, qe(() => {
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
			!xt && !bt && qe(() => {
				t.started || t.flush();
			});
		}
		return N;
	}
	apply() {
		vt = null;
	}
	schedule(e) {
		yt = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? gt = e : t.prev = e, this.linked = !1;
		}
	}
};
function Dt(e) {
	var t = bt, n = _t;
	_t = null, bt = !0;
	try {
		var r;
		for (e && (Dt(), r = e());;) {
			if (Je(), N === null) return r;
			N.flush();
		}
	} finally {
		bt = t, _t = n;
	}
}
function Ot() {
	try {
		Ne();
	} catch (e) {
		ln(e, yt);
	}
}
var kt = null;
function At(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && Zn(r) && (kt = /* @__PURE__ */ new Set(), rr(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && On(r), kt?.size > 0)) {
				Ft.clear();
				for (let e of kt) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) kt.has(n) && (kt.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || rr(n);
					}
				}
				kt.clear();
			}
		}
		kt = null;
	}
}
function jt(e) {
	N.schedule(e);
}
function Mt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), Xe(e, h);
		for (var n = e.first; n !== null;) Mt(n, t), n = n.next;
	}
}
function Nt(e) {
	Xe(e, h);
	for (var t = e.first; t !== null;) Nt(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var Pt = /* @__PURE__ */ new Set(), Ft = /* @__PURE__ */ new Map(), It = !1;
function Lt(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: we,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function P(e, t) {
	let n = Lt(e, t);
	return Vn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Rt(e, t = !1, n = !0) {
	let r = Lt(e);
	return t || (r.equals = Ee), r;
}
function F(e, t, n = !1) {
	return B !== null && (!Ln || B.f & 131072) && We() && B.f & 4325394 && (Bn === null || !Bn.has(e)) && Le(), Vt(e, n ? Gt(t) : t, Ct);
}
var zt = null, Bt = 0;
function Vt(e, t, n = null) {
	if (!e.equals(t)) {
		Fn ? Ft.set(e, t) : Ft.has(e) || Ft.set(e, e.v);
		var r = Et.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && ft(t), vt === null && Ze(t);
		}
		e.wv = Xn(), zt = null, Bt = 0, Wt(e, g, n), zt = null, We() && V !== null && V.f & 1024 && !(V.f & 96) && (Wn === null ? Gn([e]) : Wn.push(e)), !r.is_fork && Pt.size > 0 && !It && Ht();
	}
	return t;
}
function Ht() {
	It = !1;
	for (let e of Pt) {
		e.f & 1024 && Xe(e, _);
		let t;
		try {
			t = Zn(e);
		} catch {
			t = !0;
		}
		t && rr(e);
	}
	Pt.clear();
}
function Ut(e) {
	F(e, e.v + 1);
}
function Wt(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = We(), a = r.length;
		if (Bt += a, Bt > 1e5 && zt === null && (zt = /* @__PURE__ */ new Set()), zt !== null) {
			if (zt.has(e)) return;
			zt.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== V) {
				var l = (c & g) === 0;
				if (l && Xe(s, t), c & 131072) Pt.add(s);
				else if (c & 2) {
					var u = s;
					vt?.delete(u), Wt(u, _, n);
				} else if (l) {
					var d = s;
					c & 16 && kt !== null && kt.add(d), n === null ? jt(d) : n.push(d);
				}
			}
		}
	}
}
function Gt(t) {
	if (typeof t != "object" || !t || O in t || te in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ P(0), u = null, d = Jn, f = (e) => {
		if (Jn === d) return e();
		var t = B, n = Jn;
		Rn(null), Yn(d);
		var r = e();
		return Rn(t), Yn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ P(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Fe();
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
					let e = f(() => /* @__PURE__ */ P(fe, u));
					r.set(t, e), Ut(o);
				}
			} else F(n, fe), Ut(o);
			return !0;
		},
		get(e, n, i) {
			if (n === O) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ P(Gt(s ? e[n] : fe), u)), r.set(n, o)), o !== void 0) {
				var c = H(o);
				return c === fe ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = H(i);
				if (a === fe) return;
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
			if (t === O) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== fe || Reflect.has(e, t);
			return (n !== void 0 || (V !== null || B !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ P(i ? Gt(e[t]) : fe, u)), r.set(t, n)), H(n) === fe) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ P(fe, u)), r.set(d + "", p)) : F(p, fe);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ P(void 0, u)), F(c, Gt(n)), r.set(t, c));
			else {
				l = c.v !== fe;
				var m = f(() => Gt(n));
				F(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && F(g, _ + 1);
				}
				Ut(o);
			}
			return !0;
		},
		ownKeys(e) {
			H(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== fe;
			});
			for (var [n, i] of r) i.v !== fe && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			Ie();
		}
	});
}
function Kt(e) {
	try {
		if (typeof e == "object" && e && O in e) return e[O];
	} catch {}
	return e;
}
function qt(e, t) {
	return Object.is(Kt(e), Kt(t));
}
var Jt, Yt, Xt, Zt;
function Qt() {
	if (Jt === void 0) {
		Jt = window, Yt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Xt = a(t, "firstChild").get, Zt = a(t, "nextSibling").get, u(e) && (e[ae] = void 0, e[ie] = null, e[oe] = void 0, e.__e = void 0), u(n) && (n[se] = void 0);
	}
}
function $t(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function en(e) {
	return Xt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function tn(e) {
	return Zt.call(e);
}
function I(e, t) {
	if (!k) return /* @__PURE__ */ en(e);
	var n = /* @__PURE__ */ en(A);
	if (n === null) n = A.appendChild($t());
	else if (t && n.nodeType !== 3) {
		var r = $t();
		return n?.before(r), ye(r), r;
	}
	return t && sn(n), ye(n), n;
}
function nn(e, t = !1) {
	if (!k) {
		var n = /* @__PURE__ */ en(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ tn(n) : n;
	}
	if (t) {
		if (A?.nodeType !== 3) {
			var r = $t();
			return A?.before(r), ye(r), r;
		}
		sn(A);
	}
	return A;
}
function L(e, t = !1) {
	if (!k) return /* @__PURE__ */ en(e);
	var n = I(e, t);
	return j(e), n;
}
function R(e, t = 1, n = !1) {
	let r = k ? A : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ tn(r);
	if (!k) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = $t();
			return r === null ? i?.after(a) : r.before(a), ye(a), a;
		}
		sn(r);
	}
	return ye(r), r;
}
function rn(e) {
	e.textContent = "";
}
function an() {
	return !1;
}
function on(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function sn(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function cn(e) {
	var t = V;
	if (t === null) return B.f |= ee, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	ln(e, t);
}
function ln(e, t) {
	if (e === de) throw e;
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
function un(e) {
	V === null && (B === null && Me(e), je()), Fn && Ae(e);
}
function dn(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function fn(e, t) {
	var n = V;
	n !== null && n.f & 8192 && (e |= v);
	var r = {
		ctx: ze,
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
	if (e & 4) St === null ? Et.ensure().schedule(r) : St.push(r);
	else if (t !== null) {
		try {
			rr(r);
		} catch (e) {
			throw En(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= S));
	}
	if (i !== null && (i.parent = n, n !== null && dn(i, n), B !== null && B.f & 2 && !(e & 64))) {
		var a = B;
		(a.effects ??= []).push(i);
	}
	return r;
}
function pn() {
	return B !== null && !Ln;
}
function mn(e) {
	let t = fn(8, null);
	return Xe(t, h), t.teardown = e, t;
}
function hn(e) {
	un("$effect");
	var t = V.f;
	if (!B && t & 32 && ze !== null && !ze.i) {
		var n = ze;
		(n.e ??= []).push(e);
	} else return gn(e);
}
function gn(e) {
	return fn(4 | w, e);
}
function _n(e) {
	Et.ensure();
	let t = fn(64 | C, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? kn(t, () => {
			En(t), n(void 0);
		}) : (En(t), n(void 0));
	});
}
function vn(e) {
	return fn(4, e);
}
function yn(e) {
	return fn(D | C, e);
}
function bn(e, t = 0) {
	return fn(8 | t, e);
}
function z(e, t = [], n = [], r = []) {
	rt(r, t, n, (t) => {
		fn(8, () => {
			e(...t.map(H));
		});
	});
}
function xn(e, t = 0) {
	return fn(16 | t, e);
}
function Sn(e) {
	return fn(32 | C, e);
}
function Cn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = Fn, r = B;
		In(!0), Rn(null);
		try {
			t.call(null);
		} catch (t) {
			ln(t, e.parent);
		} finally {
			In(n), Rn(r);
		}
	}
}
function wn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && tt(() => {
			e.abort(le);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : En(n, t), n = r;
	}
}
function Tn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || En(t), t = n;
	}
}
function En(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (Dn(e.nodes.start, e.nodes.end), n = !0), e.f |= x, wn(e, t && !n), nr(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	Cn(e), e.f ^= x, e.f |= y;
	var i = e.parent;
	i !== null && i.first !== null && On(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function Dn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ tn(e);
		e.remove(), e = n;
	}
}
function On(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function kn(e, t, n = !0) {
	var r = [];
	e.f |= 256, An(e, r, !0);
	var i = () => {
		n && En(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function An(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= v;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				An(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function jn(e) {
	e.f &= -257, Mn(e, !0);
}
function Mn(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= v, e.f & 1024 || (Xe(e, g), Et.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			Mn(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function Nn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ tn(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Pn = null, Fn = !1;
function In(e) {
	Fn = e;
}
var B = null, Ln = !1;
function Rn(e) {
	B = e;
}
var V = null;
function zn(e) {
	V = e;
}
var Bn = null;
function Vn(e) {
	B !== null && (B.f & 2097152 || B.f & 2) && (Bn ??= /* @__PURE__ */ new Set()).add(e);
}
var Hn = null, Un = 0, Wn = null;
function Gn(e) {
	Wn = e;
}
var Kn = 1, qn = 0, Jn = qn;
function Yn(e) {
	Jn = e;
}
function Xn() {
	return ++Kn;
}
function Zn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Zn(a) && pt(a), a.wv > e.wv) return !0;
		}
		t & 512 && vt === null && Xe(e, h);
	}
	return !1;
}
function Qn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(Bn !== null && Bn.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Qn(a, t, !1) : t === a && (n ? Xe(a, g) : a.f & 1024 && Xe(a, _), jt(a));
	}
}
function $n(e) {
	var t = Hn, n = Un, r = Wn, i = B, a = Bn, o = ze, s = Ln, c = Jn, l = e.f;
	Hn = null, Un = 0, Wn = null, B = l & 96 ? null : e, Bn = null, Be(e.ctx), Ln = !1, Jn = ++qn, e.ac !== null && (tt(() => {
		e.ac.abort(le);
	}), e.ac = null);
	try {
		e.f |= E;
		var u = e.fn, d = u();
		e.f |= b;
		var f = er(e);
		if (We() && Wn !== null && !Ln && f !== null && !(e.f & 6146)) for (var p = 0; p < Wn.length; p++) Qn(Wn[p], e);
		if (i !== null && i !== e) {
			if (qn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = qn;
			if (t !== null) for (let e of t) e.rv = qn;
			Wn !== null && (r === null ? r = Wn : r.push(...Wn));
		}
		return e.f & 8388608 && (e.f ^= ee), d;
	} catch (t) {
		return er(e), cn(t);
	} finally {
		e.f ^= E, Hn = t, Un = n, Wn = r, B = i, Bn = a, Be(o), Ln = s, Jn = c;
	}
}
function er(e) {
	var t = e.deps, n = N?.is_fork;
	if (Hn !== null) {
		var r;
		if (n || nr(e, Un), t !== null && Un > 0) for (t.length = Un + Hn.length, r = 0; r < Hn.length; r++) t[Un + r] = Hn[r];
		else e.deps = t = Hn;
		if (pn() && e.f & 512) for (r = Un; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Un < t.length && (nr(e, Un), t.length = Un);
	return t;
}
function tr(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Hn === null || !n.call(Hn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== fe && Ze(s), s.ac !== null && tt(() => {
			s.ac.abort(le), s.ac = null, Xe(s, g);
		}), mt(s), nr(s, 0);
	}
}
function nr(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) tr(e, n[r]);
}
function rr(e) {
	var t = e.f;
	if (!(t & 16384)) {
		Xe(e, h);
		var n = V;
		V = e;
		try {
			t & 16777232 ? Tn(e) : wn(e), Cn(e);
			var r = $n(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Kn;
		} finally {
			V = n;
		}
	}
}
async function ir() {
	await Promise.resolve(), Dt();
}
function H(e) {
	var t = !!(e.f & 2);
	if (Pn?.add(e), B !== null && !Ln && !(V !== null && V.f & 16384) && (Bn === null || !Bn.has(e))) {
		var r = B.deps;
		if (B.f & 2097152) e.rv < qn && (e.rv = qn, Hn === null && r !== null && r[Un] === e ? Un++ : Hn === null ? Hn = [e] : Hn.push(e));
		else {
			B.deps ??= [], n.call(B.deps, e) || B.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [B] : n.call(i, B) || i.push(B);
		}
	}
	if (Fn && Ft.has(e)) return Ft.get(e);
	if (t) {
		var a = e;
		if (Fn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || or(a)) && (o = ft(a)), Ft.set(a, o), o;
		}
		var s = !(a.f & 512) && !Ln && B !== null && !!(B.f & 512), c = (a.f & b) === 0;
		Zn(a) && (s && (a.f |= 512), pt(a)), s && !c && (ht(a), ar(a));
	}
	if (vt?.has(e)) return vt.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function ar(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (ht(r), ar(r));
	}
}
function or(e) {
	if (e.v === fe) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Ft.has(t) || t.f & 2 && or(t)) return !0;
	return !1;
}
function sr(e) {
	var t = Ln;
	try {
		return Ln = !0, e();
	} finally {
		Ln = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var cr = ["touchstart", "touchmove"];
function lr(e) {
	return cr.includes(e);
}
// node_modules/svelte/src/internal/client/dom/elements/events.js
var ur = Symbol("events"), dr = /* @__PURE__ */ new Set(), fr = /* @__PURE__ */ new Set();
function pr(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || vr.call(t, e), !e.cancelBubble) return tt(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, qe(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function mr(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = pr(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && mn(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function U(e, t, n) {
	(t[ur] ??= {})[e] = n;
}
function hr(e) {
	for (var t = 0; t < e.length; t++) dr.add(e[t]);
	for (var n of fr) n(e);
}
var gr = null, _r = !1;
function vr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	gr = e, _r || (_r = !0, setTimeout(() => {
		_r = !1, gr = null;
	}));
	var s = 0, c = gr === e && e[ur];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[ur] = t;
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
		var d = B, f = V;
		Rn(null), zn(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[ur]?.[r];
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
			e[ur] = t, delete e.currentTarget, Rn(d), zn(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var yr = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function br(e) {
	return yr?.createHTML(e) ?? e;
}
function xr(e) {
	var t = on("template");
	return t.innerHTML = br(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function Sr(e, t) {
	var n = V;
	n.nodes === null && (n.nodes = {
		start: e,
		end: t,
		a: null,
		t: null
	});
}
/*#__NO_SIDE_EFFECTS__*/
function W(e, t) {
	var n = !!(t & 1), r = !!(t & 2), i, a = !e.startsWith("<!>");
	return () => {
		if (k) return Sr(A, null), A;
		i === void 0 && (i = xr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ en(i)));
		var t = r || Yt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ en(t), s = t.lastChild;
			Sr(o, s);
		} else Sr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function Cr(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (k) return Sr(A, null), A;
		if (!o) {
			var e = /* @__PURE__ */ en(xr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ en(e);) o.appendChild(/* @__PURE__ */ en(e));
			else o = /* @__PURE__ */ en(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ en(t), r = t.lastChild;
			Sr(n, r);
		} else Sr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function wr(e, t) {
	return /* @__PURE__ */ Cr(e, t, "svg");
}
function Tr(e = "") {
	if (!k) {
		var t = $t(e + "");
		return Sr(t, t), t;
	}
	var n = A;
	return n.nodeType === 3 ? sn(n) : (n.before(n = $t()), ye(n)), Sr(n, n), n;
}
function Er() {
	if (k) return Sr(A, null), A;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = $t();
	return e.append(t, n), Sr(t, n), e;
}
function G(e, t) {
	if (k) {
		var n = V;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = A), be();
	} else e !== null && e.before(t);
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function Dr(e) {
	let t = 0, n = Lt(0), r;
	return () => {
		pn() && (H(n), bn(() => (t === 0 && (r = sr(() => e(() => Ut(n)))), t += 1, () => {
			qe(() => {
				--t, t === 0 && (r?.(), r = void 0, Ut(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Or = S | C;
function kr(e, t, n, r) {
	new Ar(e, t, n, r);
}
var Ar = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = k ? A : null;
	#n;
	#r;
	#i;
	#a = null;
	#o = null;
	#s = null;
	#c = null;
	#l = 0;
	#u = 0;
	#d = !1;
	#f = /* @__PURE__ */ new Map();
	#p = null;
	#m = Dr(() => (this.#p = Lt(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = V;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = V.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = xn(() => {
			if (k) {
				let e = Ce(this.#t);
				be();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Or), k && (this.#e = A);
	}
	#h() {
		try {
			this.#a = Sn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		qe(r), t && (this.#s = Sn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? _e() : (t = !0, n && Re(), this.#s !== null && kn(this.#s, () => {
				this.#s = null;
			}), this.#S(() => {
				this.#b();
			})));
		};
		return {
			reset: r,
			invoke_onerror: () => {
				if (!this.#v()) try {
					n = !0, this.#n.onerror?.(e, r), n = !1;
				} catch (e) {
					ln(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (y | x)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = Sn(() => e(this.#e)), qe(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = $t(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return Sn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							ln(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(N)) : this.#u === 0 && (this.#e.before(e), this.#c = null, kn(this.#o, () => {
					this.#o = null;
				}), this.#x(N));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = Sn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				Nn(this.#a, e);
				let t = this.#n.pending;
				this.#o = Sn(() => t(this.#e));
			} else this.#x(N);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		Qe(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = V, n = B, r = ze;
		zn(this.#i), Rn(this.#i), Be(this.#i.ctx);
		try {
			return Et.ensure(), e();
		} finally {
			zn(t), Rn(n), Be(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && kn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, qe(() => {
			this.#d = !1, this.#p && Vt(this.#p, this.#l);
		}));
	}
	get_effect_pending() {
		return this.#m(), H(this.#p);
	}
	error(e) {
		if (e === de || !this.#n.onerror && !this.#n.failed) throw e;
		N?.is_fork ? (this.#a && N.skip_effect(this.#a), this.#o && N.skip_effect(this.#o), this.#s && N.skip_effect(this.#s), N.oncommit(() => {
			this.#v() || this.#w(e);
		})) : this.#w(e);
	}
	#w(e) {
		this.#a &&= (En(this.#a), null), this.#o &&= (En(this.#o), null), this.#s &&= (En(this.#s), null), k && (ye(this.#t), xe(), ye(Se()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return Sn(() => {
						var r = V;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return ln(e, this.#i.parent), null;
				}
			}));
		};
		qe(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					ln(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => ln(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function K(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[se] ??= e.nodeValue) && (e[se] = n, e.nodeValue = `${n}`);
}
function jr(e, t) {
	return Nr(e, t);
}
var Mr = /* @__PURE__ */ new Map();
function Nr(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Qt();
	var l = void 0, u = _n(() => {
		var s = n ?? t.appendChild($t());
		kr(s, { pending: () => {} }, (t) => {
			Ve({});
			var n = ze;
			if (o && (n.c = o), a && (i.$$events = a), k && Sr(t, null), l = e(t, i) || Ue(), k && (V.nodes.end = A, A === null || A.nodeType !== 8 || A.data !== "]")) throw he(), de;
			He();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = lr(r);
					for (let e of [t, document]) {
						var a = Mr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), Mr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, vr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(dr)), fr.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = Mr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, vr), r.delete(e), r.size === 0 && Mr.delete(n)) : r.set(e, i);
			}
			fr.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return Pr.set(l, u), l;
}
var Pr = /* @__PURE__ */ new WeakMap();
function Fr(e, t) {
	let n = Pr.get(e);
	return n ? (Pr.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Ir = class {
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
			if (n) jn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (jn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (En(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						Nn(r, t), t.append($t()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else En(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), kn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (En(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = N, r = an();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = $t();
				i.append(a), this.#n.set(e, {
					effect: Sn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, Sn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else k && (this.anchor = A), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function q(e, t, n = !1) {
	var r;
	k && (r = A, be());
	var i = new Ir(e), a = n ? S : 0;
	function o(e, t) {
		if (k) {
			var n = Ce(r);
			if (e !== parseInt(n.substring(1))) {
				var a = Se();
				ye(a), i.anchor = a, ve(!1), i.ensure(e, t), ve(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	xn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/key.js
var Lr = Symbol("NaN");
function Rr(e, t, n) {
	k && be();
	var r = new Ir(e), i = !We();
	xn(() => {
		var e = t();
		e !== e && (e = Lr), i && typeof e == "object" && e && (e = {}), r.ensure(e, n);
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function zr(e, t) {
	return t;
}
function Br(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		kn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Vr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			rn(d), d.append(u), e.items.clear();
		}
		Vr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Vr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= T, Nn(a, document.createDocumentFragment())) : En(t[i], n);
	}
}
var Hr;
function J(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = k ? ye(/* @__PURE__ */ en(u)) : u.appendChild($t());
	}
	k && be();
	var d = null, f = /* @__PURE__ */ ut(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = H(f);
			_.fallback = d, Wr(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= T, Kr(d, null, c)) : jn(d) : kn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: xn(() => {
			var e = H(f), t = e.length;
			let r = !1;
			k && Ce(c) === "[!" != (t === 0) && (c = Se(), ye(c), ve(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = N, v = an(), y = 0; y < t; y += 1) {
				k && A.nodeType === 8 && A.data === "]" && (c = A, r = !0, ve(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && Vt(S.v, b), S.i && Vt(S.i, y), v && _.unskip_effect(S.e)) : (S = Gr(l, m ? c : Hr ??= $t(), b, x, y, o, n, i), m || (S.e.f |= T), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = Sn(() => s(c)) : (d = Sn(() => s(Hr ??= $t())), d.f |= T)), t > u.size && ke("", "", ""), k && t > 0 && ye(Se()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && ve(!0), H(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, k && (c = A);
}
function Ur(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Wr(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Ur(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (jn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= T, _ === l) Kr(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), qr(e, d, _), qr(e, _, y), Kr(_, y, n), d = _, p = [], m = [], l = Ur(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Kr(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					qr(e, S.prev, C.next), qr(e, d, S), qr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Kr(_, l, n), qr(e, _.prev, _.next), qr(e, _, d === null ? e.effect.first : d.next), qr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Ur(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Ur(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Vr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Ur(l.next);
		var E = w.length;
		if (E > 0) {
			var D = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < E; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < E; v += 1) w[v].nodes?.a?.fix();
			}
			Br(e, w, D);
		}
	}
	o && qe(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function Gr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? Lt(n) : /* @__PURE__ */ Rt(n, !1, !1) : null, l = o & 2 ? Lt(i) : null;
	return {
		v: c,
		i: l,
		e: Sn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Kr(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ tn(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function qr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
// node_modules/svelte/src/internal/shared/attributes.js
var Jr = [..." 	\n\r\f\xA0\v﻿"];
function Yr(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Jr.includes(r[o - 1])) && (s === r.length || Jr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
function Xr(e, t = !1) {
	var n = t ? " !important;" : ";", r = "";
	for (var i of Object.keys(e)) {
		var a = e[i];
		a != null && a !== "" && (r += " " + i + ": " + a + n);
	}
	return r;
}
function Zr(e) {
	return e[0] !== "-" || e[1] !== "-" ? e.toLowerCase() : e;
}
function Qr(e, t) {
	if (t) {
		var n = "", r, i;
		if (Array.isArray(t) ? (r = t[0], i = t[1]) : r = t, e) {
			e = String(e).replaceAll(/\/\*.*?\*\//g, "").trim();
			var a = !1, o = 0, s = !1, c = [];
			r && c.push(...Object.keys(r).map(Zr)), i && c.push(...Object.keys(i).map(Zr));
			var l = 0, u = -1;
			let t = e.length;
			for (var d = 0; d < t; d++) {
				var f = e[d];
				if (s ? f === "/" && e[d - 1] === "*" && (s = !1) : a ? a === f && (a = !1) : f === "/" && e[d + 1] === "*" ? s = !0 : f === "\"" || f === "'" ? a = f : f === "(" ? o++ : f === ")" && o--, !s && a === !1 && o === 0) {
					if (f === ":" && u === -1) u = d;
					else if (f === ";" || d === t - 1) {
						if (u !== -1) {
							var p = Zr(e.substring(l, u).trim());
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
		return r && (n += Xr(r)), i && (n += Xr(i, !0)), n = n.trim(), n === "" ? null : n;
	}
	return e == null ? null : String(e);
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function $r(e, t, n, r, i, a) {
	var o = e[ae];
	if (k || o !== n || o === void 0) {
		var s = Yr(n, r, a);
		k && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[ae] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/style.js
function ei(e, t = {}, n, r) {
	for (var i in n) {
		var a = n[i];
		t[i] !== a && (n[i] == null ? e.style.removeProperty(i) : e.style.setProperty(i, a, r));
	}
}
function ti(e, t, n, r) {
	var i = e[oe];
	if (k || i !== t) {
		var a = Qr(t, r);
		k && a === e.getAttribute("style") || (a == null ? e.removeAttribute("style") : e.style.cssText = a), e[oe] = t;
	} else r && (Array.isArray(r) ? (ei(e, n?.[0], r[0]), ei(e, n?.[1], r[1], "important")) : ei(e, n, r));
	return r;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function ni(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function ri(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = si(c);
			ni(c, i ? a.includes(l) : qt(l, r));
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
function ii(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return ge();
		for (var i of t.options) i.selected = n.includes(si(i));
	} else {
		for (i of t.options) if (qt(si(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function ai(e) {
	var t = new MutationObserver((t) => {
		t.every(ci) || ("__defaultValue" in e && ri(e, !1), "__value" in e && ii(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), mn(() => {
		t.disconnect();
	});
}
function oi(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet(), i = !0;
	nt(e, "change", (t) => {
		var i = t ? "[selected]" : ":checked", a;
		if (e.multiple) a = [].map.call(e.querySelectorAll(i), si);
		else {
			var o = e.querySelector(i) ?? e.querySelector("option:not([disabled])");
			a = o && si(o);
		}
		n(a), e.__value = a, N !== null && r.add(N);
	}), vn(() => {
		var a = t();
		if (e === document.activeElement) {
			var o = N;
			if (r.has(o)) return;
		}
		if (ii(e, a, i), i && a === void 0) {
			var s = e.querySelector(":checked");
			s !== null && (a = si(s), n(a));
		}
		e.__value = a, i = !1;
	});
}
function si(e) {
	return "__value" in e ? e.__value : e.value;
}
function ci(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var li = Symbol("is custom element"), ui = Symbol("is html"), di = ue ? "link" : "LINK", fi = ue ? "progress" : "PROGRESS";
function pi(e) {
	if (k) {
		var t = !1, n = () => {
			if (!t) {
				if (t = !0, e.hasAttribute("value")) {
					var n = e.value;
					Y(e, "value", null), e.value = n;
				}
				if (e.hasAttribute("checked")) {
					var r = e.checked;
					Y(e, "checked", null), e.checked = r;
				}
			}
		};
		e[ce] = n, qe(n), et();
	}
}
function mi(e, t) {
	var n = hi(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === fi) && (e.value = t ?? "");
}
function Y(e, t, n, r) {
	var i = hi(e);
	if (!(k && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === di))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[re] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && _i(e).has(t) ? e[t] = n : (!k || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function hi(e) {
	return e[ie] ??= {
		[li]: e.nodeName.includes("-"),
		[ui]: e.namespaceURI === pe
	};
}
var gi = /* @__PURE__ */ new Map();
function _i(e) {
	var t = e.getAttribute("is") || e.nodeName, n = gi.get(t);
	if (n) return n;
	gi.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/input.js
function vi(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet();
	nt(e, "input", async (i) => {
		var a = i ? e.defaultValue : e.value;
		if (a = Ci(e) ? wi(a) : a, n(a), N !== null && r.add(N), await ir(), a !== (a = t())) {
			var o = e.selectionStart, s = e.selectionEnd, c = e.value.length;
			if (e.value = a ?? "", s !== null) {
				var l = e.value.length;
				o === s && s === c && l > c ? (e.selectionStart = l, e.selectionEnd = l) : (e.selectionStart = o, e.selectionEnd = Math.min(s, l));
			}
		}
	}), (k && e.defaultValue !== e.value || sr(t) == null && e.value) && (n(Ci(e) ? wi(e.value) : e.value), N !== null && r.add(N)), bn(() => {
		var n = t();
		if (e === document.activeElement) {
			var i = N;
			if (r.has(i)) return;
		}
		Ci(e) && n === wi(e.value) || (e.type !== "date" || n || e.value) && n !== e.value && (e.value = n ?? "");
	});
}
var yi = /* @__PURE__ */ new Set();
function bi(e, t, n, r, i = r) {
	var a = n.getAttribute("type") === "checkbox", o = e;
	let s = !1;
	if (t !== null) for (var c of t) o = o[c] ??= [];
	o.push(n), nt(n, "change", () => {
		var e = n.__value;
		a && (e = Si(o, e, n.checked)), i(e);
	}, () => i(a ? [] : null)), bn(() => {
		var e = r();
		k && n.defaultChecked !== n.checked ? s = !0 : a ? (e ||= [], n.checked = e.includes(n.__value)) : n.checked = qt(n.__value, e);
	}), mn(() => {
		var e = o.indexOf(n);
		e !== -1 && o.splice(e, 1);
	}), yi.has(o) || (yi.add(o), qe(() => {
		o.sort((e, t) => e.compareDocumentPosition(t) === 4 ? -1 : 1), yi.delete(o);
	})), qe(() => {
		if (s) {
			var e = a ? Si(o, e, n.checked) : o.find((e) => e.checked)?.__value;
			i(e);
		}
	});
}
function xi(e, t, n = t) {
	nt(e, "change", (t) => {
		n(t ? e.defaultChecked : e.checked);
	}), (k && e.defaultChecked !== e.checked || sr(t) == null) && n(e.checked), bn(() => {
		e.checked = !!t();
	});
}
function Si(e, t, n) {
	for (var r = /* @__PURE__ */ new Set(), i = 0; i < e.length; i += 1) e[i].checked && r.add(e[i].__value);
	return n || r.delete(t), Array.from(r);
}
function Ci(e) {
	var t = e.type;
	return t === "number" || t === "range";
}
function wi(e) {
	return e === "" ? null : +e;
}
var Ti = /* @__PURE__ */ new class e {
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
function Ei(e, t, n) {
	var r = Ti.observe(e, () => n(e[t]));
	vn(() => (sr(() => n(e[t])), r));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function Di(e, t) {
	return e === t || e?.[O] === t;
}
function Oi(e = Ue(), t, n, r) {
	var i = ze.r, a = V;
	return vn(() => {
		var o, s;
		return bn(() => {
			o = s, s = r?.() || [], sr(() => {
				Di(n(...s), e) || (t(e, ...s), o && Di(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && Di(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var ki = !1;
function Ai(e) {
	var t = ki;
	try {
		return ki = !1, [e(), ki];
	} finally {
		ki = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function ji(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ st(r), H(u)) : (l && (l = !1, c = s ? sr(r) : r), c);
	let f;
	if (o) {
		var p = O in e || ne in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = Ai(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && Pe(t), f(m)));
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
	var v = !1, y = (n & 1 ? st : ut)(() => (v = !1, g()));
	o && H(y);
	var b = V;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? H(y) : i && o ? Gt(e) : e;
			return F(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return Fn && v || b.f & 16384 ? y.v : H(y);
	});
}
function Mi(e) {
	ze === null && De("onMount"), hn(() => {
		let t = sr(e);
		if (typeof t == "function") return t;
	});
}
// src/notebook/page.svelte.ts
var Ni = [
	"page",
	"scenarios",
	"scenario",
	"seed",
	"run",
	"language",
	"busy",
	"trouble"
], Pi = class {
	model;
	#e = /* @__PURE__ */ P(null);
	get page() {
		return H(this.#e);
	}
	set page(e) {
		F(this.#e, e);
	}
	#t = /* @__PURE__ */ P({});
	get scenarios() {
		return H(this.#t);
	}
	set scenarios(e) {
		F(this.#t, e);
	}
	#n = /* @__PURE__ */ P("");
	get scenario() {
		return H(this.#n);
	}
	set scenario(e) {
		F(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ P(0);
	get seed() {
		return H(this.#r);
	}
	set seed(e) {
		F(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ P(0);
	get run() {
		return H(this.#i);
	}
	set run(e) {
		F(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ P("en");
	get language() {
		return H(this.#a);
	}
	set language(e) {
		F(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ P(!1);
	get busy() {
		return H(this.#o);
	}
	set busy(e) {
		F(this.#o, e, !0);
	}
	#s = /* @__PURE__ */ P("");
	get trouble() {
		return H(this.#s);
	}
	set trouble(e) {
		F(this.#s, e, !0);
	}
	constructor(e) {
		this.model = e, this.read();
		for (let t of Ni) e.on(`change:${t}`, this.read);
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
		for (let e of Ni) this.model.off(`change:${e}`, this.read);
	}
};
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/dates.ts
var Fi = 1440;
function Ii({ year: e, month: t, day: n }, r) {
	let i = t <= 2 ? e - 1 : e, a = Math.floor((153 * ((t + 9) % 12) + 2) / 5) + n - 1, o = Math.floor(i / 4) - (r ? Math.floor(i / 100) - Math.floor(i / 400) : 0);
	return i * 365 + o + a;
}
function Li(e, t) {
	let n = Math.floor(e / 365.2425) + 1, r = (e) => Ii({
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
function Ri(e) {
	return ((Ii(e, !0) + 2) % 7 + 7) % 7;
}
var zi = (e) => String(e).padStart(2, "0"), Bi = class {
	first;
	at;
	firstNew;
	both;
	constructor(e) {
		let [t = "", n = "00:00"] = e.start.split(/[ T]/), [r = 1, i = 1, a = 1] = t.split("-").map(Number), [o = 0, s = 0] = n.split(":").map(Number), c = {
			year: r,
			month: i,
			day: a
		};
		this.at = o * 60 + s, this.both = e.calendar === "julian", this.first = Ii(c, !this.both), this.firstNew = this.both ? Ii(c, !0) + e.julian_days : this.first;
	}
	dayIndex(e) {
		return Math.floor((e + this.at) / Fi);
	}
	dayStart(e) {
		return e * Fi - this.at;
	}
	date(e) {
		return Li(this.first + this.dayIndex(e), !this.both);
	}
	newDate(e) {
		return Li(this.firstNew + this.dayIndex(e), !0);
	}
	clock(e) {
		let t = ((Math.floor(e) + this.at) % Fi + Fi) % Fi;
		return `${zi(Math.floor(t / 60))}:${zi(t % 60)}`;
	}
	short(e, t) {
		return Hi(this.date(e), t);
	}
	moment(e, t) {
		return `${this.short(e, t)} ${this.clock(e)}`;
	}
	long(e, t) {
		return Ui(this.date(e), Ri(this.newDate(e)), t);
	}
	other(e, t) {
		return this.both ? Hi(this.newDate(e), t) : "";
	}
};
function Vi(e, t) {
	return t.list("calendar", "months")[e.month - 1] ?? String(e.month);
}
function Hi(e, t) {
	return t.word("calendar", "newday", {
		day: e.day,
		month: Vi(e, t),
		year: e.year
	});
}
function Ui(e, t, n) {
	let r = n.list("calendar", "weekdays")[t] ?? "";
	return n.word("calendar", "day", {
		weekday: r,
		day: e.day,
		month: Vi(e, n),
		year: e.year
	});
}
var Wi = "—", Gi = "\xA0";
function Ki(e, t = {}) {
	let n = (e) => t[e] !== void 0 && t[e] !== null && t[e] !== "";
	return e.replace(/\[([^[\]]*)\]/g, (e, t) => [...t.matchAll(/\{(\w+)\}/g)].every((e) => n(e[1])) ? t : "").replace(/\{(\w+)\}/g, (e, r) => n(r) ? String(t[r]) : Wi);
}
function qi(e, t, n = 0) {
	let r = e.toLocaleString("en-US", {
		minimumFractionDigits: n,
		maximumFractionDigits: n
	});
	return t === "en" ? r : r.replace(/[,.]/g, (e) => e === "," ? Gi : ",");
}
function Ji(e, t, n = 0) {
	return qi(e * 100, t, n) + (t === "en" ? "%" : `${Gi}%`);
}
var Yi = class {
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
		return typeof r == "string" ? Ki(r, n) : t;
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
		return n ? (n[this.rules.select(Math.abs(t))] ?? n.other ?? n.many ?? "{n}").replace("{n}", qi(t, this.code)) : qi(t, this.code);
	}
	pick(e) {
		return e ? e[this.code] ?? e.en ?? Object.values(e)[0] ?? "" : "";
	}
	number(e, t = 0) {
		return qi(e, this.code, t);
	}
	percent(e, t = 0) {
		return Ji(e, this.code, t);
	}
}, Xi = /* @__PURE__ */ W(" <span class=\"style s196g\"> </span>", 1), Zi = /* @__PURE__ */ W("<p class=\"other s196g\"> <span class=\"style s196g\"> </span></p>"), Qi = /* @__PURE__ */ W("<div class=\"clock s196g\"><time class=\"hour s196g\"> </time> <p class=\"day s196g\"> <!></p> <!></div>");
function $i(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.calendar), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => H(n).other(t.show.shown, H(r)));
	var a = Qi(), o = I(a), s = L(o, !0), c = R(o, 2), l = I(c, !0), u = R(l), d = (e) => {
		var t = Xi(), n = nn(t, !0);
		n.nodeValue = " ";
		var i = L(R(n), !0);
		z((e) => K(i, e), [() => H(r).t("old_style")]), G(e, t);
	};
	q(u, (e) => {
		H(i) && e(d);
	}), j(c);
	var f = R(c, 2), p = (e) => {
		var t = Zi(), n = I(t), a = L(R(n), !0);
		j(t), z((e) => {
			K(n, `${H(i) ?? ""} `), K(a, e);
		}, [() => H(r).t("new_style")]), G(e, t);
	};
	q(f, (e) => {
		H(i) && e(p);
	}), j(a), z((e, t) => {
		K(s, e), K(l, t);
	}, [() => H(n).clock(t.show.shown), () => H(n).long(t.show.shown, H(r))]), G(e, a), He();
}
// src/player/shapes.ts
var ea = [
	"#C04F00",
	"#0072B2",
	"#6B6B6B"
], ta = "#8A8375";
function na(e) {
	return e < 0 ? ta : ea[Math.min(e, 2)] ?? "#8A8375";
}
function ra(e) {
	return [
		0,
		4,
		3,
		4,
		5,
		6
	][Math.min(Math.max(e, 0), 5)];
}
function ia(e, t, n, r) {
	let i = ra(e);
	if (i === 0) return [];
	let a = r * Math.sqrt(2 * Math.PI / (i * Math.sin(2 * Math.PI / i))), o = e === 1 ? Math.PI / 4 : -Math.PI / 2;
	return Array.from({ length: i }, (e, r) => {
		let s = o + r * 2 * Math.PI / i;
		return [t + a * Math.cos(s), n + a * Math.sin(s)];
	});
}
function aa(e, t, n, r, i) {
	ra(t) === 0 ? (e.moveTo(n + i, r), e.arc(n, r, i, 0, 2 * Math.PI)) : (ia(t, n, r, i).forEach(([t, n], r) => r ? e.lineTo(t, n) : e.moveTo(t, n)), e.closePath());
}
function oa(e, t, n, r) {
	return ra(e) === 0 ? `M${t - r},${n}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : `M${ia(e, t, n, r).map(([e, t]) => `${e.toFixed(2)},${t.toFixed(2)}`).join("L")}Z`;
}
// src/player/Glyph.svelte
var sa = /* @__PURE__ */ wr("<circle cx=\"7\" cy=\"7\" r=\"4.2\" fill=\"#fff\" stroke-width=\"1.4\"></circle>"), ca = /* @__PURE__ */ wr("<path stroke=\"#23201B\" stroke-width=\"0.6\"></path>"), la = /* @__PURE__ */ wr("<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" class=\"sk1sk\"><!></svg>");
function ua(e, t) {
	Ve(t, !0);
	let n = ji(t, "size", 3, 14);
	var r = la(), i = I(r), a = (e) => {
		var n = sa();
		z((e) => Y(n, "stroke", e), [() => na(t.look)]), G(e, n);
	}, o = (e) => {
		var n = ca();
		z((e, t) => {
			Y(n, "d", e), Y(n, "fill", t);
		}, [() => oa(t.look, 7, 7, 5), () => na(t.look)]), G(e, n);
	};
	q(i, (e) => {
		t.look < 0 ? e(a) : e(o, -1);
	}), j(r), z(() => {
		Y(r, "width", n()), Y(r, "height", n());
	}), G(e, r), He();
}
// src/player/SiteDetails.svelte
var da = /* @__PURE__ */ W(", <b> </b>", 1), fa = /* @__PURE__ */ W("<li><button type=\"button\" class=\"link\"><!> </button> <span class=\"soft\"> </span></li>"), pa = /* @__PURE__ */ W("<ul></ul>"), ma = /* @__PURE__ */ W("<p class=\"soft\"> </p>"), ha = /* @__PURE__ */ W(" <span class=\"soft\"> </span>", 1), ga = /* @__PURE__ */ W(" <!>", 1), _a = /* @__PURE__ */ W("<li><!> <!></li>"), va = /* @__PURE__ */ W("<h4> </h4> <p> </p>", 1), ya = /* @__PURE__ */ W("<button type=\"button\"> </button>"), ba = /* @__PURE__ */ W("<article class=\"card\"><h3> </h3> <p class=\"line\"><!> <!></p> <p class=\"soft\"> </p> <h4> </h4> <!> <h4> </h4> <ul></ul> <!> <p class=\"acts\"><button type=\"button\"> </button> <!></p></article>");
function xa(e, t) {
	Ve(t, !0);
	let n = ji(t, "show", 7), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => n().page.stage), a = /* @__PURE__ */ M(() => H(i).sites[n().site]), o = /* @__PURE__ */ M(() => n().reel.hold(n().site, n().shown)), s = /* @__PURE__ */ M(() => n().reel.at(n().site, n().shown)), c = (e) => H(i).authorities[e]?.look ?? -1, l = (e) => {
		let { acting: t, standing: r } = n().reel.bodies[e].men(n().shown, H(i).authorities.length), a = (e) => e.reduce((e, t) => e + t, 0);
		return {
			acting: a(t),
			all: Math.max(a(t), a(r)),
			lead: t.indexOf(Math.max(...t)),
			any: a(t) > 0
		};
	};
	var u = ba(), d = I(u), f = L(d, !0), p = R(d, 2), m = I(p);
	{
		let e = /* @__PURE__ */ M(() => c(H(o).holder));
		ua(m, { get look() {
			return H(e);
		} });
	}
	var h = R(m), g = R(h), _ = (e) => {
		var t = da(), n = L(R(nn(t)), !0);
		z((e) => K(n, e), [() => H(r).t("contested")]), G(e, t);
	};
	q(g, (e) => {
		H(o).contested && e(_);
	}), j(p);
	var v = R(p, 2), y = L(v, !0), b = R(v, 2), x = L(b, !0), S = R(b, 2), C = (e) => {
		var i = pa();
		J(i, 20, () => H(s), (e) => e, (e, i) => {
			let a = /* @__PURE__ */ M(() => l(i));
			var o = Er(), s = nn(o), u = (e) => {
				var o = fa(), s = I(o), l = I(s);
				{
					let e = /* @__PURE__ */ M(() => H(a).any ? c(H(a).lead) : -1);
					ua(l, {
						get look() {
							return H(e);
						},
						size: 12
					});
				}
				var u = R(l);
				j(s);
				var d = L(R(s, 2), !0);
				j(o), z((e, t) => {
					K(u, ` ${e ?? ""}`), K(d, t);
				}, [() => t.speech.body(n().reel.bodies[i].track), () => H(r).t("acting_of", {
					acting: H(r).number(H(a).acting),
					men: H(r).count("men", H(a).all)
				})]), U("click", s, () => n().pickTrack(i)), G(e, o);
			};
			q(s, (e) => {
				H(a).all > 0 && e(u);
			}), G(e, o);
		}), j(i), G(e, i);
	}, w = (e) => {
		var t = ma(), n = L(t, !0);
		z((e) => K(n, e), [() => H(r).t("nobody_here")]), G(e, t);
	};
	q(S, (e) => {
		H(s).length ? e(C) : e(w, -1);
	});
	var T = R(S, 2), E = L(T, !0), D = R(T, 2);
	J(D, 23, () => H(i).authorities, (e) => e.id, (e, i, a) => {
		let o = /* @__PURE__ */ M(() => n().reel.belief(H(a), n().site, n().shown));
		var s = _a(), c = I(s);
		ua(c, {
			get look() {
				return H(i).look;
			},
			size: 12
		});
		var l = R(c), u = R(l), d = (e) => {
			var t = Tr();
			z((e) => K(t, e), [() => H(r).t("never_heard")]), G(e, t);
		}, f = (e) => {
			var n = ga(), i = nn(n, !0), a = R(i), s = (e) => {
				var n = ha(), i = nn(n, !0);
				i.nodeValue = " ";
				var a = L(R(i));
				z((e) => K(a, `(${e ?? ""})`), [() => H(r).t("news_of", { moment: t.speech.moment(H(o).news) })]), G(e, n);
			};
			q(a, (e) => {
				H(o).news >= 0 && e(s);
			}), z((e) => K(i, e), [() => t.speech.authority(H(o).holder)]), G(e, n);
		};
		q(u, (e) => {
			H(o).news < 0 && H(o).holder < 0 ? e(d) : e(f, -1);
		}), j(s), z((e) => K(l, ` ${e ?? ""}: `), [() => H(r).pick(H(i).title)]), G(e, s);
	}), j(D);
	var ee = R(D, 2), O = (e) => {
		var t = va(), n = nn(t), i = L(n, !0), o = L(R(n, 2), !0);
		z((e, t) => {
			K(i, e), K(o, t);
		}, [() => H(r).t("gates"), () => H(a).gates.map((e) => H(r).pick(e)).join(", ")]), G(e, t);
	};
	q(ee, (e) => {
		H(a).gates.length && e(O);
	});
	var te = R(ee, 2), ne = I(te), re = L(ne, !0), ie = R(ne, 2), ae = (e) => {
		var n = ya(), i = L(n, !0);
		z((e) => K(i, e), [() => H(r).t("sources")]), U("click", n, () => t.onEvidence(H(a).evidence)), G(e, n);
	};
	q(ie, (e) => {
		t.onEvidence && H(a).evidence && e(ae);
	}), j(te), j(u), z((e, t, n, r, i, a) => {
		K(f, e), K(h, ` ${t ?? ""}`), K(y, n), K(x, r), K(E, i), K(re, a);
	}, [
		() => H(r).pick(H(a).title),
		() => H(r).t(H(o).holder < 0 ? "held_by_nobody" : "held_by", { authority: t.speech.authority(H(o).holder) }),
		() => H(r).t("since", { moment: t.speech.moment(H(o).since) }),
		() => H(r).t("here"),
		() => H(r).t("believed"),
		() => H(r).t("events_here")
	]), U("click", ne, () => (n().filter = "site", n().tab = "log")), G(e, u), He();
}
hr(["click"]);
// src/player/find.ts
function Sa(e, t) {
	let n = 0, r = e.length;
	for (; n < r;) {
		let i = n + r >> 1;
		e[i] <= t ? n = i + 1 : r = i;
	}
	return n - 1;
}
// src/player/ways.ts
var Ca = class {
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
			let e = wa(n, i);
			if (e < 0) return null;
			if (e === t) return Ta(r, t);
			i[e] = 1;
			for (let { to: t, length: i } of this.edges[e]) n[e] + i < n[t] && (n[t] = n[e] + i, r[t] = e);
		}
	}
};
function wa(e, t) {
	let n = -1;
	for (let r = 0; r < e.length; r++) !t[r] && e[r] < Infinity && (n < 0 || e[r] < e[n]) && (n = r);
	return n;
}
function Ta(e, t) {
	let n = [];
	for (let r = t; r >= 0; r = e[r]) n.push(r);
	return n.reverse();
}
var Ea = class {
	track;
	minutes;
	legs;
	starts;
	constructor(e, t, n, r) {
		this.track = e, this.minutes = Int32Array.from(e.steps, (e) => e[0] ?? 0), this.legs = Oa(e, (e, r, i) => Da(t.get(`${n}:${e}`), r, i), r), this.starts = Float64Array.from(this.legs, (e) => e.start);
	}
	there(e) {
		return e >= this.track.since && e <= this.track.until && this.minutes.length > 0;
	}
	step(e) {
		return this.track.steps[Math.max(0, Sa(this.minutes, e))] ?? [];
	}
	leg(e) {
		let t = this.legs[Sa(this.starts, e)];
		return t && e < t.end ? t : null;
	}
	site(e) {
		let t = Sa(this.starts, e), n = this.legs[t], r = Math.max(0, Sa(this.minutes, e)), i = this.track.steps[r]?.[1] ?? -1;
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
function Da(e, t, n) {
	let r = e ? Sa(e, n) : -1;
	return r >= 0 && e[r] >= t ? e[r] : null;
}
function Oa(e, t, n) {
	let r = [], i = null;
	for (let a of e.steps) {
		let [o = 0, s = -1, c = -1, l = 0] = a, u = i?.[0] ?? e.since, d = r[r.length - 1], f = c >= 0 && s >= 0 && c !== s && l > o;
		i && i[1] !== s && s >= 0 && i[1] >= 0 && !(d && d.path.at(-1) === s) && r.push(...ka(d, {
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
function ka(e, t) {
	return e && e.end > t.start && (t.start = Math.min(e.end, t.end)), t.start < t.end ? [t] : [];
}
function Aa(e) {
	let t = /* @__PURE__ */ new Map();
	for (let { event: n, unit: r, site: i, minute: a } of e) {
		if (n !== "marched" && n !== "returned") continue;
		let e = `${r}:${i}`, o = t.get(e);
		o ? o.push(a) : t.set(e, [a]);
	}
	return t;
}
var ja = class {
	rows;
	minutes;
	constructor(e) {
		this.rows = e, this.minutes = Int32Array.from(e, (e) => e[0] ?? 0);
	}
	at(e) {
		return this.rows[Sa(this.minutes, e)] ?? null;
	}
}, Ma = class {
	stage;
	film;
	ways;
	bodies;
	authorities;
	holders;
	beliefs;
	seats;
	constructor(e, t, n = new Ca(e)) {
		this.stage = e, this.film = t, this.ways = n;
		let r = Aa(t.happenings);
		this.authorities = e.authorities.length, this.bodies = t.tracks.map((e, t) => new Ea(e, r, t, n)), this.holders = t.holders.map((e) => new ja(e)), this.beliefs = t.beliefs.map((e) => e.map((e) => new ja(e))), this.seats = e.authorities.map((e, n) => {
			let r = t.happenings.filter((e) => e.event === "seat-moved" && e.authority === n && e.site >= 0);
			return new ja([[0, e.seat], ...r.map((e) => [e.minute, e.site])]);
		});
	}
	hold(e, t) {
		let n = this.holders[e]?.at(t);
		return {
			holder: n?.[1] ?? -1,
			contested: (n?.[2] ?? 0) !== 0,
			since: n?.[0] ?? 0
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
}, Na = /* @__PURE__ */ W("<p class=\"line\"> </p>"), Pa = /* @__PURE__ */ W("<button type=\"button\" class=\"link\"> </button>"), Fa = /* @__PURE__ */ W("<tr><th scope=\"row\"><!> </th><td class=\"n\"> </td><td class=\"n\"> </td></tr>"), Ia = /* @__PURE__ */ W("<p class=\"line\"><!></p> <p class=\"line\"><!> </p> <table><thead><tr><th scope=\"col\"> </th><th scope=\"col\" class=\"n\"> </th><th scope=\"col\" class=\"n\"> </th></tr></thead><tbody></tbody></table> <p class=\"soft\"> </p>", 1), La = /* @__PURE__ */ W("<button type=\"button\"> </button>"), Ra = /* @__PURE__ */ W("<article class=\"card\"><h3> </h3> <!> <p class=\"acts\"><button type=\"button\"> </button> <button type=\"button\"> </button> <!></p></article>");
function za(e, t) {
	Ve(t, !0);
	let n = ji(t, "show", 7), r = /* @__PURE__ */ M(() => t.speech.words), i = /* @__PURE__ */ M(() => n().page.stage), a = /* @__PURE__ */ M(() => n().reel.bodies[n().track]), o = /* @__PURE__ */ M(() => H(i).units[H(a).track.unit]), s = /* @__PURE__ */ M(() => H(a).step(n().shown)), c = /* @__PURE__ */ M(() => H(a).leg(n().shown)), l = /* @__PURE__ */ M(() => H(a).men(n().shown, H(i).authorities.length)), u = /* @__PURE__ */ M(() => H(s)[4] ?? -1);
	var d = Ra(), f = I(d), p = L(f, !0), m = R(f, 2), h = (e) => {
		var t = Na(), n = L(t, !0);
		z((e) => K(n, e), [() => H(r).t("not_there")]), G(e, t);
	}, g = /* @__PURE__ */ M(() => !H(a).there(n().shown)), _ = (e) => {
		var o = Ia(), d = nn(o), f = I(d), p = (e) => {
			var n = Tr();
			z((e) => K(n, e), [() => H(r).t("marching", {
				from: t.speech.site(H(c).path[0]),
				site: t.speech.site(H(c).path.at(-1)),
				moment: t.speech.moment(H(c).end || H(s)[3])
			})]), G(e, n);
		}, m = (e) => {
			var r = Pa(), i = L(r, !0);
			z((e) => K(i, e), [() => t.speech.site(H(a).site(n().shown))]), U("click", r, () => n().pickSite(H(a).site(n().shown))), G(e, r);
		};
		q(f, (e) => {
			H(c) ? e(p) : e(m, -1);
		}), j(d);
		var h = R(d, 2), g = I(h);
		{
			let e = /* @__PURE__ */ M(() => H(i).authorities[H(u)]?.look ?? -1);
			ua(g, { get look() {
				return H(e);
			} });
		}
		var _ = R(g);
		j(h);
		var v = R(h, 2), y = I(v), b = I(y), x = I(b), S = L(x, !0), C = R(x), w = L(C, !0), T = L(R(C), !0);
		j(b), j(y);
		var E = R(y);
		J(E, 23, () => H(i).authorities, (e) => e.id, (e, t, n) => {
			var i = Fa(), a = I(i), o = I(a);
			ua(o, {
				get look() {
					return H(t).look;
				},
				size: 12
			});
			var s = R(o);
			j(a);
			var c = R(a), u = L(c, !0), d = L(R(c), !0);
			j(i), z((e, t, n) => {
				K(s, ` ${e ?? ""}`), K(u, t), K(d, n);
			}, [
				() => H(r).pick(H(t).title),
				() => H(r).number(H(l).acting[H(n)] ?? 0),
				() => H(r).number(H(l).standing[H(n)] ?? 0)
			]), G(e, i);
		}), j(E), j(v);
		var D = L(R(v, 2), !0);
		z((e, t, n, r, i) => {
			K(_, ` ${e ?? ""}`), K(S, t), K(w, n), K(T, r), K(D, i);
		}, [
			() => H(r).t(H(u) < 0 ? "serves_nobody" : "serves", { authority: t.speech.authority(H(u)) }),
			() => H(r).t("authority"),
			() => H(r).t("acting"),
			() => H(r).t("standing"),
			() => H(r).t("losses", {
				dead: H(r).number(H(s)[5] ?? 0),
				captured: H(r).number(H(s)[6] ?? 0)
			})
		]), G(e, o);
	};
	q(m, (e) => {
		H(g) ? e(h) : e(_, -1);
	});
	var v = R(m, 2), y = I(v), b = L(y, !0), x = R(y, 2), S = L(x, !0), C = R(x, 2), w = (e) => {
		var n = La(), i = L(n, !0);
		z((e) => K(i, e), [() => H(r).t("sources")]), U("click", n, () => t.onEvidence(H(o).evidence)), G(e, n);
	};
	q(C, (e) => {
		t.onEvidence && H(o)?.evidence && e(w);
	}), j(v), j(d), z((e, t, r) => {
		K(p, e), Y(y, "aria-pressed", n().follow), K(b, t), K(S, r);
	}, [
		() => t.speech.body(H(a).track),
		() => H(r).t("follow"),
		() => H(r).t("events_unit")
	]), U("click", y, () => n().follow = !n().follow), U("click", x, () => (n().filter = "unit", n().tab = "log")), G(e, d), He();
}
hr(["click"]);
// src/player/Details.svelte
var Ba = /* @__PURE__ */ W("<option> </option>"), Va = /* @__PURE__ */ W("<p class=\"empty s2w7z\"> </p>"), Ha = /* @__PURE__ */ W("<div class=\"details s2w7z\"><div class=\"pick s2w7z\"><label class=\"s2w7z\"> <select class=\"s2w7z\"><option> </option><!></select></label> <label class=\"s2w7z\"> <select class=\"s2w7z\"><option> </option><!></select></label></div> <!></div>");
function Ua(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.words), r = /* @__PURE__ */ M(() => new Intl.Collator(H(n).code)), i = /* @__PURE__ */ M(() => t.show.page.stage.sites.map((e, t) => ({
		i: t,
		name: H(n).pick(e.title)
	})).sort((e, t) => H(r).compare(e.name, t.name))), a = /* @__PURE__ */ M(() => t.show.reel.bodies.map((e, n) => ({
		i: n,
		name: t.speech.body(e.track),
		part: e.track.detachment
	})).filter((e) => !e.part || e.i === t.show.track).sort((e, t) => H(r).compare(e.name, t.name)));
	var o = Ha(), s = I(o), c = I(s), l = I(c), u = R(l), d = I(u), f = L(d, !0);
	d.value = d.__value = -1, J(R(d), 17, () => H(i), (e) => e.i, (e, t) => {
		var n = Ba(), r = L(n, !0), i = {};
		z(() => {
			K(r, H(t).name), i !== (i = H(t).i) && (n.value = (n.__value = i) ?? "");
		}), G(e, n);
	}), j(u);
	var p;
	ai(u), j(c);
	var m = R(c, 2), h = I(m), g = R(h), _ = I(g), v = L(_, !0);
	_.value = _.__value = -1, J(R(_), 17, () => H(a), (e) => e.i, (e, t) => {
		var n = Ba(), r = L(n, !0), i = {};
		z(() => {
			K(r, H(t).name), i !== (i = H(t).i) && (n.value = (n.__value = i) ?? "");
		}), G(e, n);
	}), j(g);
	var y;
	ai(g), j(m), j(s);
	var b = R(s, 2), x = (e) => {
		za(e, {
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
		xa(e, {
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
	}, C = (e) => {
		var t = Va(), r = L(t, !0);
		z((e) => K(r, e), [() => H(n).t("choose_help")]), G(e, t);
	};
	q(b, (e) => {
		t.show.track >= 0 && t.show.reel.bodies[t.show.track] ? e(x) : t.show.site >= 0 ? e(S, 1) : e(C, -1);
	}), j(o), z((e, n, r, i) => {
		K(l, `${e ?? ""} `), K(f, n), p !== (p = t.show.site) && (u.value = (u.__value = p) ?? "", ii(u, p)), K(h, `${r ?? ""} `), K(v, i), y !== (y = t.show.track) && (g.value = (g.__value = y) ?? "", ii(g, y));
	}, [
		() => H(n).t("place"),
		() => H(n).t("choose"),
		() => H(n).t("unit"),
		() => H(n).t("choose")
	]), U("change", u, (e) => t.show.pickSite(Number(e.currentTarget.value))), U("change", g, (e) => t.show.pickTrack(Number(e.currentTarget.value))), G(e, o), He();
}
hr(["change"]);
// src/player/Icon.svelte
var Wa = /* @__PURE__ */ wr("<svg width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" fill=\"currentColor\" fill-rule=\"evenodd\" aria-hidden=\"true\"><path></path></svg>");
function Ga(e, t) {
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
	var r = Wa(), i = L(r);
	z(() => Y(i, "d", n[t.name])), G(e, r);
}
// src/player/timeline.ts
function Ka(e, t = 240, n = 40) {
	let r = e.map((e) => e.weight).sort((e, t) => t - e), i = (e, t) => Math.max(r[Math.min(e, Math.floor(r.length * t))] ?? 0, .001), a = {
		main: i(t, .75),
		great: i(n, .15)
	};
	return {
		main: Math.min(a.main, a.great),
		great: a.great
	};
}
function qa(e, t, n, r) {
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
var Ja = class {
	happenings;
	rows;
	minutes;
	constructor(e, t) {
		this.happenings = e, this.rows = t, this.minutes = Int32Array.from(t, (t) => e[t]?.minute ?? 0);
	}
	last(e) {
		return this.rows[Sa(this.minutes, e)] ?? -1;
	}
	next(e, t = -1) {
		let n = t >= 0 && this.happenings[t]?.minute === e ? this.rows.indexOf(t) : -1;
		return this.rows[n >= 0 ? n + 1 : Sa(this.minutes, e) + 1] ?? -1;
	}
	before(e, t = -1) {
		let n = t >= 0 && this.happenings[t]?.minute === e ? this.rows.indexOf(t) : -1;
		return this.rows[n >= 0 ? n - 1 : Sa(this.minutes, e - .001)] ?? -1;
	}
};
function Ya(e, t) {
	let n = [];
	for (let r = t; r >= 0 && r < e.length && !n.includes(r); r = e[r].trigger) n.push(r);
	return n;
}
// src/player/show.svelte.ts
var Xa = [
	5,
	15,
	60,
	240
], Za = class {
	page;
	#e = /* @__PURE__ */ P(0);
	get shown() {
		return H(this.#e);
	}
	set shown(e) {
		F(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ P(!1);
	get playing() {
		return H(this.#t);
	}
	set playing(e) {
		F(this.#t, e, !0);
	}
	#n = /* @__PURE__ */ P(60);
	get speed() {
		return H(this.#n);
	}
	set speed(e) {
		F(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ P(-1);
	get layer() {
		return H(this.#r);
	}
	set layer(e) {
		F(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ P(-1);
	get site() {
		return H(this.#i);
	}
	set site(e) {
		F(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ P(-1);
	get track() {
		return H(this.#a);
	}
	set track(e) {
		F(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ P(-1);
	get row() {
		return H(this.#o);
	}
	set row(e) {
		F(this.#o, e, !0);
	}
	#s = /* @__PURE__ */ P(!1);
	get follow() {
		return H(this.#s);
	}
	set follow(e) {
		F(this.#s, e, !0);
	}
	#c = /* @__PURE__ */ P("main");
	get filter() {
		return H(this.#c);
	}
	set filter(e) {
		F(this.#c, e, !0);
	}
	#l = /* @__PURE__ */ P("log");
	get tab() {
		return H(this.#l);
	}
	set tab(e) {
		F(this.#l, e, !0);
	}
	#u = /* @__PURE__ */ P(!0);
	get keys() {
		return H(this.#u);
	}
	set keys(e) {
		F(this.#u, e, !0);
	}
	#d = /* @__PURE__ */ P(!1);
	get still() {
		return H(this.#d);
	}
	set still(e) {
		F(this.#d, e, !0);
	}
	#f = /* @__PURE__ */ P(0);
	get calls() {
		return H(this.#f);
	}
	set calls(e) {
		F(this.#f, e, !0);
	}
	#p = /* @__PURE__ */ P(0);
	get choices() {
		return H(this.#p);
	}
	set choices(e) {
		F(this.#p, e, !0);
	}
	#m = /* @__PURE__ */ P(null);
	get reel() {
		return H(this.#m);
	}
	set reel(e) {
		F(this.#m, e);
	}
	now = 0;
	minutes;
	told = 0;
	waited = 0;
	ways;
	constructor(e, t, n = 0) {
		this.page = e, this.ways = new Ca(e.stage), this.minutes = e.stage.minutes, this.load(t), this.now = this.shown = Math.min(Math.max(0, n), this.minutes);
	}
	load(e) {
		let t = this.page.films[e] ?? this.page.films[0];
		if (!t) throw Error("a page without a film has no player");
		this.reel?.film !== t && (this.reel = new Ma(this.page.stage, t, this.ways), this.row = -1, this.track = -1, this.follow = !1, this.filter === "unit" && (this.filter = "main"));
	}
	#h = /* @__PURE__ */ M(() => Ka(this.reel.film.happenings));
	get bars() {
		return H(this.#h);
	}
	set bars(e) {
		F(this.#h, e);
	}
	#g = /* @__PURE__ */ M(() => this.select((e) => e.weight >= this.bars.main));
	get main() {
		return H(this.#g);
	}
	set main(e) {
		F(this.#g, e);
	}
	#_ = /* @__PURE__ */ M(() => this.select((e) => e.weight >= this.bars.great));
	get great() {
		return H(this.#_);
	}
	set great(e) {
		F(this.#_, e);
	}
	#v = /* @__PURE__ */ M(() => {
		let { filter: e, site: t, track: n } = this;
		return e === "all" ? this.select(() => !0) : e === "unit" && n >= 0 ? this.select((e) => e.unit === n) : e === "site" && t >= 0 ? this.select((e) => e.site === t) : this.main;
	});
	get listed() {
		return H(this.#v);
	}
	set listed(e) {
		F(this.#v, e);
	}
	get happenings() {
		return this.reel.film.happenings;
	}
	select(e) {
		let t = [];
		return this.happenings.forEach((n, r) => e(n) && t.push(r)), new Ja(this.happenings, t);
	}
	seek(e, t = -1) {
		this.now = Math.min(this.minutes, Math.max(0, e)), this.shown = Math.floor(this.now), this.row = t, this.calls += 1;
	}
	visit(e) {
		let t = this.happenings[e];
		t && (t.site >= 0 && (this.site = t.site), this.follow || (this.track = t.site >= 0 && this.filter !== "unit" ? -1 : t.unit), this.seek(t.minute, e), this.choices += 1);
	}
	next() {
		let e = this.listed.next(this.shown, this.row);
		e >= 0 && this.visit(e);
	}
	before() {
		let e = this.listed.before(this.shown, this.row);
		e >= 0 ? this.visit(e) : this.seek(0);
	}
	nextGreat() {
		let e = this.great.next(this.shown, this.row);
		e >= 0 ? this.visit(e) : this.seek(this.minutes);
	}
	toggle() {
		!this.playing && this.now >= this.minutes && this.seek(0), this.playing = !this.playing, this.row = -1, this.waited = 0;
	}
	pass(e) {
		if (this.playing) {
			if (this.still) return this.passInSteps(e);
			this.now = Math.min(this.minutes, this.now + Math.min(e, .25) * this.speed), this.told += e, (this.told > .1 || this.now >= this.minutes) && (this.shown = Math.floor(this.now), this.told = 0), this.now >= this.minutes && (this.playing = !1);
		}
	}
	passInSteps(e) {
		if (this.waited += e, this.waited < 2) return;
		this.waited = 0;
		let t = this.main.next(this.shown, this.row);
		t < 0 ? this.playing = !1 : this.visit(t);
	}
	pickSite(e) {
		this.row = -1, this.site = e, this.track = -1, this.follow = !1, this.tab = "details", this.choices += 1;
	}
	pickTrack(e) {
		this.row = -1, this.track = e, this.site = -1, this.tab = "details", this.choices += 1;
	}
	clear() {
		this.site = this.track = -1, this.follow = !1, (this.filter === "unit" || this.filter === "site") && (this.filter = "main"), this.calls += 1;
	}
}, Qa = [
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
		act: (e) => e.seek(e.shown - 15)
	},
	{
		keys: ["ArrowRight"],
		shown: "→",
		word: "key_on",
		act: (e) => e.seek(e.shown + 15)
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
		act: $a
	},
	{
		keys: ["f"],
		shown: "F",
		word: "follow",
		act: (e) => e.follow = e.track >= 0 && !e.follow
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
function $a(e) {
	let t = [-1, ...e.page.stage.authorities.flatMap((e, t) => e.contender ? [t] : [])];
	e.layer = t[(t.indexOf(e.layer) + 1) % t.length] ?? -1;
}
function eo(e, t, n, r) {
	if (e.ctrlKey || e.metaKey || e.altKey || to(e.target)) return !1;
	if (e.key === "?" && t.keys) return r(), !0;
	if (!t.keys && e.key !== "Escape" || e.key === " " && e.target instanceof HTMLElement && e.target.closest("button, summary, label, a")) return !1;
	let i = Xa[Number(e.key) - 1];
	i && (t.speed = i);
	let a = Qa.find((t) => t.keys.includes(e.key.length === 1 ? e.key.toLowerCase() : e.key));
	return a?.act(t, n), a !== void 0;
}
function to(e) {
	return e instanceof HTMLElement ? e.isContentEditable || e.matches("select, textarea, dialog *, input:not([type=checkbox])") : !1;
}
// src/player/KeysHelp.svelte
var no = /* @__PURE__ */ W("<div class=\"syiqt\"><dt class=\"syiqt\"><kbd class=\"syiqt\"> </kbd></dt><dd class=\"syiqt\"> </dd></div>"), ro = /* @__PURE__ */ W("<dialog aria-labelledby=\"keys-title\" class=\"syiqt\"><header class=\"syiqt\"><h2 id=\"keys-title\" class=\"syiqt\"> </h2> <button type=\"button\" class=\"syiqt\"><!></button></header> <label class=\"syiqt\"><input type=\"checkbox\" class=\"syiqt\"/> </label> <dl class=\"syiqt\"><!> <div class=\"syiqt\"><dt class=\"syiqt\"><kbd class=\"syiqt\">?</kbd></dt><dd class=\"syiqt\"> </dd></div></dl></dialog>");
function io(e, t) {
	Ve(t, !0);
	let n = ji(t, "show", 7), r;
	function i() {
		n().playing = !1, r.showModal();
	}
	var a = { open: i }, o = ro(), s = I(o), c = I(s), l = L(c, !0), u = R(c, 2);
	Ga(I(u), { name: "close" }), j(u), j(s);
	var d = R(s, 2), f = I(d);
	pi(f);
	var p = R(f);
	j(d);
	var m = R(d, 2), h = I(m);
	J(h, 17, () => Qa, (e) => e.shown, (e, n) => {
		var r = no(), i = I(r), a = L(I(i), !0);
		j(i);
		var o = L(R(i), !0);
		j(r), z((e) => {
			K(a, H(n).shown), K(o, e);
		}, [() => t.words.t(H(n).word)]), G(e, r);
	});
	var g = R(h, 2), _ = L(R(I(g)), !0);
	return j(g), j(m), j(o), Oi(o, (e) => r = e, () => r), z((e, t, n, r) => {
		K(l, e), Y(u, "aria-label", t), K(p, ` ${n ?? ""}`), K(_, r);
	}, [
		() => t.words.t("keys_title"),
		() => t.words.t("close"),
		() => t.words.t("keys_on"),
		() => t.words.t("keys_title")
	]), U("click", u, () => r.close()), xi(f, () => n().keys, (e) => n().keys = e), G(e, o), He(a);
}
hr(["click"]);
// src/player/Layers.svelte
var ao = /* @__PURE__ */ W("<label><input type=\"radio\" class=\"unseen s1tyj\" name=\"layer\"/> <!> <span class=\"name s1tyj\"> </span></label>"), oo = /* @__PURE__ */ W("<p class=\"note s1tyj\"> </p>"), so = /* @__PURE__ */ W("<fieldset class=\"layers s1tyj\"><legend class=\"s1tyj\"> </legend> <label><input type=\"radio\" class=\"unseen s1tyj\" name=\"layer\"/> <span class=\"eye s1tyj\"><!></span> <span class=\"name s1tyj\"> </span></label> <!></fieldset> <!>", 1);
function co(e, t) {
	Ve(t, !0);
	let n = [], r = ji(t, "show", 7), i = /* @__PURE__ */ M(() => r().page.stage.authorities.map((e, t) => ({
		authority: e,
		a: t
	})).filter(({ authority: e }) => e.contender));
	var a = so(), o = nn(a), s = I(o), c = L(s, !0), l = R(s, 2);
	let u;
	var d = I(l);
	pi(d), d.value = d.__value = -1;
	var f = R(d, 2);
	Ga(I(f), { name: "eye" }), j(f);
	var p = L(R(f, 2), !0);
	j(l), J(R(l, 2), 17, () => H(i), ({ authority: e, a: t }) => e.id, (e, i) => {
		let a = () => H(i).authority, o = () => H(i).a;
		var s = ao();
		let c;
		var l = I(s);
		pi(l);
		var u, d = R(l, 2);
		ua(d, {
			get look() {
				return a().look;
			},
			size: 13
		});
		var f = L(R(d, 2), !0);
		j(s), z((e) => {
			c = $r(s, 1, "s1tyj", null, c, { on: r().layer === o() }), u !== (u = o()) && (l.value = (l.__value = u) ?? ""), K(f, e);
		}, [() => t.words.t("as_seen_by", { authority: t.words.pick(a().title) })]), bi(n, [], l, () => (o(), r().layer), (e) => r().layer = e), G(e, s);
	}), j(o);
	var m = R(o, 2), h = (e) => {
		var n = oo(), r = L(n, !0);
		z((e) => K(r, e), [() => t.words.t("belief_note")]), G(e, n);
	};
	q(m, (e) => {
		r().layer >= 0 && e(h);
	}), z((e, t) => {
		K(c, e), u = $r(l, 1, "s1tyj", null, u, { on: r().layer < 0 }), K(p, t);
	}, [() => t.words.t("layer"), () => t.words.t("as_it_is")]), bi(n, [], d, () => r().layer, (e) => r().layer = e), G(e, a), He();
}
// src/player/hatch.ts
function lo(e, t, n, r, i = Math.PI / 4) {
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
var uo = /* @__PURE__ */ W("<li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><path stroke-width=\".7\"></path></svg> </li>"), fo = /* @__PURE__ */ wr("<line stroke-width=\"1.4\"></line>"), po = /* @__PURE__ */ W("<details class=\"legend s8t6g\"><summary class=\"s8t6g\"> </summary> <ul class=\"s8t6g\"><!> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><circle cx=\"13\" cy=\"10\" r=\"4\" fill=\"#fff\" stroke-width=\"1.2\"></circle></svg> </li> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"></svg> </li> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><circle cx=\"13\" cy=\"10\" r=\"8.500\" fill=\"#fff\" stroke-width=\"2\"></circle><circle cx=\"13\" cy=\"10\" r=\"4.500\"></circle></svg> </li> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><path d=\"M2 14H22M22 14l-5-3M22 14l-5 3\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><path d=\"M1 10H25\" stroke-width=\"1.400\" stroke-dasharray=\"4 3\"></path><path d=\"M10 7l6 6M16 7l-6 6\" stroke-width=\"1.800\"></path></svg> </li> <li class=\"s8t6g\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s8t6g\"><path d=\"M2 17Q13 -4 24 17\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li></ul></details>");
function mo(e, t) {
	Ve(t, !0);
	var n = po(), r = I(n), i = L(r, !0), a = R(r, 2), o = I(a);
	J(o, 17, () => t.show.page.stage.authorities, (e) => e.id, (e, n) => {
		var r = uo(), i = I(r), a = I(i);
		Y(a, "stroke", "#23201B"), j(i);
		var o = R(i);
		j(r), z((e, t, n) => {
			Y(a, "d", e), Y(a, "fill", t), K(o, ` ${n ?? ""}`);
		}, [
			() => oa(H(n).look, 13, 10, 6),
			() => na(H(n).look),
			() => t.words.pick(H(n).title)
		]), G(e, r);
	});
	var s = R(o, 2), c = I(s), l = L(c), u = R(c);
	j(s);
	var d = R(s, 2), f = I(d);
	J(f, 21, () => lo(13, 10, 9, 3.5), zr, (e, t, n) => {
		var r = /* @__PURE__ */ M(() => m(H(t), 4));
		let i = () => H(r)[0], a = () => H(r)[1], o = () => H(r)[2], s = () => H(r)[3];
		var c = fo();
		z((e) => {
			Y(c, "x1", i()), Y(c, "y1", a()), Y(c, "x2", o()), Y(c, "y2", s()), Y(c, "stroke", e);
		}, [() => na(n % 2)]), G(e, c);
	}), j(f);
	var p = R(f);
	j(d);
	var h = R(d, 2), g = I(h), _ = I(g), v = R(_);
	j(g);
	var y = R(g);
	j(h);
	var b = R(h, 2), x = I(b), S = L(x), C = R(x);
	j(b);
	var w = R(b, 2), T = I(w), E = I(T), D = R(E);
	j(T);
	var ee = R(T);
	j(w);
	var O = R(w, 2), te = I(O), ne = L(te), re = R(te);
	j(O), j(a), j(n), z((e, t, n, r, a, o, s, c, d, f, m, h, g, b) => {
		K(i, e), Y(l, "stroke", t), K(u, ` ${n ?? ""}`), K(p, ` ${r ?? ""}`), Y(_, "stroke", a), Y(v, "fill", o), K(y, ` ${s ?? ""}`), Y(S, "stroke", c), K(C, ` ${d ?? ""}`), Y(E, "stroke", f), Y(D, "stroke", m), K(ee, ` ${h ?? ""}`), Y(ne, "stroke", g), K(re, ` ${b ?? ""}`);
	}, [
		() => t.words.t("legend"),
		() => na(-1),
		() => t.words.t("legend_nobody"),
		() => t.words.t("legend_contested"),
		() => na(0),
		() => na(0),
		() => t.words.t("legend_unit"),
		() => na(0),
		() => t.words.t("legend_march"),
		() => na(1),
		() => na(1),
		() => t.words.t("legend_call"),
		() => na(0),
		() => t.words.t("legend_shell")
	]), G(e, n), He();
}
// src/player/Live.svelte
var ho = /* @__PURE__ */ W("<p class=\"unseen\" role=\"status\" aria-live=\"polite\"> </p>");
function go(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ P(""), r = -1, i = 0, a = 0, o = /* @__PURE__ */ M(() => t.show.row >= 0 ? t.show.row : (t.show.playing ? t.show.great : t.show.main).last(t.show.shown));
	hn(() => {
		let e = H(o);
		return sr(() => {
			if (clearTimeout(a), e < 0 || e === r) return;
			let t = Math.max(250, 3e3 - (performance.now() - i));
			a = window.setTimeout(() => s(e), t);
		}), () => clearTimeout(a);
	});
	function s(e) {
		let a = t.show.happenings[e];
		a && (r = e, i = performance.now(), F(n, t.speech.live(a), !0));
	}
	var c = ho(), l = L(c, !0);
	z(() => K(l, H(n))), G(e, c), He();
}
// src/player/Log.svelte
var _o = /* @__PURE__ */ W("<option> </option>"), vo = /* @__PURE__ */ W("<li class=\"s1l7g\"><button type=\"button\"><span class=\"when s1l7g\"><!> </span> <span class=\"what s1l7g\"> </span></button></li>"), yo = /* @__PURE__ */ W("<li class=\"none s1l7g\"> </li>"), bo = /* @__PURE__ */ W("<div class=\"log s1l7g\"><label class=\"filter s1l7g\"> <select class=\"s1l7g\"></select> <span class=\"s1l7g\"> </span></label> <div class=\"scroll s1l7g\" role=\"group\"><ol class=\"s1l7g\"></ol></div></div>");
function xo(e, t) {
	Ve(t, !0);
	let n = ji(t, "show", 7), r = /* @__PURE__ */ P(void 0), i = /* @__PURE__ */ P(0), a = /* @__PURE__ */ P(400), o = -Infinity, s = /* @__PURE__ */ M(() => t.speech.words), c = /* @__PURE__ */ M(() => n().listed.rows), l = /* @__PURE__ */ M(() => n().row >= 0 && H(c).includes(n().row) ? H(c).indexOf(n().row) : Sa(n().listed.minutes, n().shown)), u = /* @__PURE__ */ M(() => Math.max(0, Math.floor(H(i) / 62) - 4)), d = /* @__PURE__ */ M(() => Math.min(H(c).length, Math.ceil((H(i) + H(a)) / 62) + 4)), f = /* @__PURE__ */ M(() => [
		"main",
		"all",
		"unit",
		"site"
	].filter((e) => (e !== "unit" || n().track >= 0) && (e !== "site" || n().site >= 0)));
	hn(() => {
		H(l), H(c), sr(() => {
			if (!H(r) || performance.now() - o < 4e3) return;
			let e = H(l) * 62 - H(a) / 2 + 62;
			H(r).scrollTop = Math.max(0, e);
		});
	});
	async function p(e, t) {
		let n = {
			ArrowDown: 1,
			ArrowUp: -1
		}[e.key];
		if (!n || !H(r)) return;
		e.preventDefault(), e.stopPropagation();
		let o = Math.min(H(c).length - 1, Math.max(0, t + n));
		(o * 62 < H(i) || (o + 1) * 62 > H(i) + H(a)) && (H(r).scrollTop = Math.max(0, o * 62 - H(a) / 2)), await ir(), await new Promise(requestAnimationFrame), H(r).querySelector(`[data-index="${o}"]`)?.focus();
	}
	function m(e) {
		o = performance.now(), n().playing = !1, n().visit(e), t.onWhy(e);
	}
	var h = bo(), g = I(h), _ = I(g), v = R(_);
	J(v, 20, () => H(f), (e) => e, (e, t) => {
		var n = _o(), r = L(n, !0), i = {};
		z((e) => {
			K(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => H(s).t(`filter_${t}`)]), G(e, n);
	}), j(v), ai(v);
	var y = L(R(v, 2), !0);
	j(g);
	var b = R(g, 2), x = I(b);
	let S;
	J(x, 22, () => H(c).slice(H(u), H(d)), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ M(() => n().happenings[r]), o = /* @__PURE__ */ M(() => H(u) + H(i));
		var s = vo();
		let d;
		var f = I(s);
		let h;
		var g = I(f), _ = I(g), v = (e) => {
			{
				let t = /* @__PURE__ */ M(() => n().page.stage.authorities[H(a).authority]?.look ?? -1);
				ua(e, {
					get look() {
						return H(t);
					},
					size: 12
				});
			}
		};
		q(_, (e) => {
			H(a).authority >= 0 && e(v);
		});
		var y = R(_);
		j(g);
		var b = L(R(g, 2), !0);
		j(f), j(s), z((e, t) => {
			Y(s, "aria-setsize", H(c).length), Y(s, "aria-posinset", H(o) + 1), d = ti(s, "", d, {
				top: `${H(o) * 62}px`,
				height: "62px"
			}), Y(f, "data-index", H(o)), Y(f, "aria-current", H(o) === H(l) ? "true" : void 0), h = $r(f, 1, "s1l7g", null, h, {
				later: H(a).minute > n().shown,
				now: H(o) === H(l),
				great: H(a).weight >= n().bars.great
			}), K(y, ` ${e ?? ""}`), K(b, t);
		}, [() => t.speech.moment(H(a).minute), () => t.speech.sentence(H(a))]), U("click", f, () => m(r)), U("keydown", f, (e) => p(e, H(o))), G(e, s);
	}, (e) => {
		var t = yo(), n = L(t, !0);
		z((e) => K(n, e), [() => H(s).t("no_events")]), G(e, t);
	}), j(x), j(b), Oi(b, (e) => F(r, e), () => H(r)), j(h), z((e, t, n) => {
		K(_, `${e ?? ""} `), K(y, t), Y(b, "aria-label", n), S = ti(x, "", S, { height: `${H(c).length * 62}px` });
	}, [
		() => H(s).t("filter"),
		() => H(s).count("rows", H(c).length),
		() => H(s).t("log")
	]), oi(v, () => n().filter, (e) => n().filter = e), mr("scroll", b, () => F(i, H(r)?.scrollTop ?? 0, !0)), mr("wheel", b, () => o = performance.now()), U("pointerdown", b, () => o = performance.now()), U("focusin", b, () => o = performance.now()), Ei(b, "clientHeight", (e) => F(a, e)), G(e, h), He();
}
hr([
	"pointerdown",
	"focusin",
	"click",
	"keydown"
]);
// src/player/hand.ts
var So = 3, Co = class {
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
		let [r, i] = t ?? [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2], a = wo(this.zoom, e, r, i, this.least, this.most);
		return a.k !== this.zoom.k && (this.set(a, n), !0);
	}
	hold() {
		let e = new AbortController(), t = (t, n) => this.canvas.addEventListener(t, n, {
			signal: e.signal,
			passive: !1
		});
		t("wheel", (e) => this.scaleBy(2 ** To(e), this.at(e), !0) && e.preventDefault()), t("pointerdown", (t) => t.pointerType !== "touch" && t.button === 0 && this.drag(t, e.signal));
		let n = [];
		return t("touchstart", (e) => n = this.fingers(e)), t("touchend", (e) => n = this.fingers(e)), t("touchmove", (e) => {
			let t = this.fingers(e);
			if (t.length === 2 && n.length === 2) {
				e.preventDefault();
				let [r, i] = [Eo(n), Eo(t)], [a, o] = [Do(n), Do(t)], s = wo(this.zoom, i / (r || 1), a[0], a[1], this.least, this.most);
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
			i ||= Math.hypot(r, a) > So, i && this.set({
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
function wo({ k: e, x: t, y: n }, r, i, a, o = 0, s = Infinity) {
	let c = Math.min(s, Math.max(o, e * r));
	return {
		k: c,
		x: i - (i - t) * c / e,
		y: a - (a - n) * c / e
	};
}
function To(e) {
	let t = e.deltaMode === 1 ? .05 : e.deltaMode ? 1 : .002;
	return -e.deltaY * t * (e.ctrlKey ? 10 : 1);
}
var Eo = ([e, t]) => Math.hypot(e[0] - t[0], e[1] - t[1]), Do = ([e, t]) => [(e[0] + t[0]) / 2, (e[1] + t[1]) / 2], Oo = "#F6F2E9", ko = "#DFEAF0", Ao = "#B9CEDA", jo = "#E6DCC8", Mo = {
	river: {
		stroke: ko,
		casing: Ao,
		width: 2.5,
		metres: 70,
		over: 1
	},
	canal: {
		stroke: ko,
		casing: Ao,
		width: 1.6,
		metres: 28,
		over: 1
	},
	ring: {
		stroke: jo,
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
		stroke: jo,
		width: 1.3,
		metres: 22,
		over: 2
	},
	road: {
		stroke: jo,
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
		stroke: Ao,
		width: 1,
		over: 1
	}
}, No = {
	land: {
		fill: Oo,
		stroke: Ao,
		width: .8
	},
	coast: {
		fill: Oo,
		stroke: Ao,
		width: .8
	},
	island: {
		fill: Oo,
		stroke: Ao,
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
		stroke: jo,
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
}, Po = {
	rail: "railway",
	avenue: "street",
	rampart: "wall",
	fortress: "wall",
	boundary: "border",
	province: "border"
}, Fo = class {
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
		let r = String(t?.kind ?? ""), i = Po[r] ?? r, a = e.type.includes("Polygon"), o = { ...(a ? No[i] : Mo[i]) ?? Io(i, a) };
		typeof t?.width_m == "number" && (o.metres = t.width_m);
		let s = new Path2D(), c = (e) => n([e[0] ?? 0, e[1] ?? 0]) ?? [0, 0], l = Lo(e).map((e) => e.map(c));
		for (let e of l) Ro(s, e, a);
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
		e.setTransform(1, 0, 0, 1, 0, 0), e.fillStyle = this.sea ? ko : Oo, e.fillRect(0, 0, e.canvas.width, e.canvas.height), e.setTransform(t.k * n, 0, 0, t.k * n, t.x * n, t.y * n), e.lineJoin = e.lineCap = "round";
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
function Io(e, t) {
	return /water|river|lake|sea|canal|pond/.test(e) ? t ? {
		fill: ko,
		stroke: Ao,
		width: .8,
		over: 1
	} : Mo.river : t ? {
		fill: "#F1EADB",
		width: 0,
		over: .4
	} : {
		stroke: jo,
		width: 1,
		over: 2
	};
}
function Lo(e) {
	switch (e.type) {
		case "LineString": return [e.coordinates];
		case "MultiLineString":
		case "Polygon": return e.coordinates;
		case "MultiPolygon": return e.coordinates.flat();
		default: return [];
	}
}
function Ro(e, t, n) {
	t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), n && e.closePath();
}
// src/player/pack.ts
var zo = Math.PI * (3 - Math.sqrt(5));
function Bo(e, t, n, r = 1.5) {
	let i = [];
	return e.forEach((a, o) => i.push(Vo(a, t[o] ?? 0, n, r, e, i))), i;
}
function Vo(e, t, n, r, i, a) {
	let o = t < 0 ? Math.PI : t > 0 ? 0 : Math.PI / 2;
	for (let t = 0; t < 4e3; t++) {
		let s = n + e + r + t * .25, c = o + (t * zo % (2 * Math.PI) - Math.PI) * .42, l = {
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
// src/player/crowd.ts
var Ho = class {
	index;
	body;
	x = NaN;
	y = NaN;
	r = 0;
	shown = !1;
	moving = !1;
	leg = null;
	stretch = 0;
	angle = 0;
	face = Uo;
	stamp = null;
	road = null;
	faces = [];
	constructor(e, t) {
		this.index = e, this.body = t;
	}
	onWay(e, t) {
		let { leg: n } = this;
		return n ? (this.road?.leg !== n && (this.road = {
			leg: n,
			way: new qo(n.path, t)
		}), this.road.way.at((e - n.start) / Math.max(1, n.end - n.start))) : [
			0,
			0,
			0,
			0
		];
	}
	read(e, t) {
		let n = Math.max(0, Sa(this.body.minutes, e));
		this.face = this.faces[n] ??= Wo(this.body.track.steps[n] ?? [], t);
	}
}, Uo = {
	outer: 0,
	inner: 0,
	lead: -1,
	men: 0,
	acting: 0,
	shares: [],
	neutral: !0
};
function Wo(e, t) {
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
var Go = class {
	reel;
	points;
	looks;
	marks;
	scale;
	seats = /* @__PURE__ */ new Map();
	last = NaN;
	constructor(e, t, n) {
		this.reel = e, this.points = t, this.looks = n, this.marks = e.bodies.map((e, t) => new Ho(t, e));
		let r = 1;
		for (let { body: t } of this.marks) for (let n of t.track.steps) r = Math.max(r, Wo(n, e.authorities).outer);
		this.scale = 15 / Math.max(r, 12);
	}
	move(e, t, n, r, i) {
		let a = /* @__PURE__ */ new Map();
		for (let t of this.marks) {
			let { body: r } = t;
			if (t.shown = r.there(e), !t.shown || (t.read(e, this.reel.authorities), t.shown = t.face.men > 0 && i(t), !t.shown) || (t.r = Math.max(2.4, t.face.outer * this.scale) * n, t.leg = r.leg(e), t.leg)) continue;
			let o = r.site(e), s = a.get(o);
			s ? s.push(t) : a.set(o, [t]);
		}
		let o = r >= 1 || Math.abs(e - this.last) > 400;
		this.last = e;
		let s = !1;
		for (let n of this.marks) n.shown && n.leg && (s = this.march(n, e, t, o ? 1 : r) || s);
		for (let [e, i] of a) s = this.stand(e, i, t, n, o ? 1 : r) || s;
		return s;
	}
	march(e, t, n, r) {
		let [i, a, o, s] = e.onWay(t, this.points), c = e.index * 7 % 5 - 2;
		return e.moving = !0, e.stretch = s, e.angle = o, Ko(e, i * n.k + n.x - Math.sin(o) * c * 3, a * n.k + n.y + Math.cos(o) * c * 3, r);
	}
	stand(e, t, n, r, i) {
		let a = this.points[e], o = !1, s = this.seatsOf(e, t, r);
		for (let e of t) {
			let t = s.get(e.index);
			e.shown = a !== void 0 && t !== void 0, a && t && (e.moving = !1, o = Ko(e, a[0] * n.k + n.x + t.x, a[1] * n.k + n.y + t.y, i) || o);
		}
		return o;
	}
	seatsOf(e, t, n) {
		let r = Math.round(n * 64);
		for (let e of t) r = Math.imul(r ^ e.index + 1, 16777619) + Math.round(e.r * 2) * 31 + e.face.lead | 0;
		let i = this.seats.get(e);
		if (i?.key === r) return i.seats;
		let a = [...t].sort((e, t) => t.r - e.r || e.index - t.index), o = Bo(a.map((e) => e.r), a.map((e) => [-1, 1][this.looks[e.face.lead]?.look ?? -1] ?? 0), 6 * n), s = new Map(a.map((e, t) => [e.index, o[t]]));
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
function Ko(e, t, n, r) {
	return r >= 1 || Number.isNaN(e.x) ? (e.x = t, e.y = n, !1) : (e.x += (t - e.x) * r, e.y += (n - e.y) * r, Math.abs(e.x - t) + Math.abs(e.y - n) > .4);
}
var qo = class {
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
function Jo(e, t, n = 0) {
	return e.x < t.x + t.w + n && t.x < e.x + e.w + n && e.y < t.y + t.h + n && t.y < e.y + e.h + n;
}
var Yo = 2;
function Xo({ x: e, y: t, r: n, w: r, h: i }) {
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
function Zo(e, t, n = [], r = Infinity, i = 3) {
	let a = [...n], o = [];
	for (let n of [...e].sort((e, t) => t.weight - e.weight || e.id - t.id)) {
		if (o.length >= r) break;
		let e = Xo(n).find((e) => Qo(e, t) && !a.some((t) => (t.weight ?? Infinity) > n.weight - Yo && Jo(e, t, i)));
		e && (a.push(e), o.push({
			id: n.id,
			text: n.text,
			...e
		}));
	}
	return o;
}
function Qo(e, t) {
	return e.x >= t.x && e.y >= t.y && e.x + e.w <= t.x + t.w && e.y + e.h <= t.y + t.h;
}
function $o(e, t, n) {
	let r = null, i = t * 1.15;
	for (let a = 1; a < e.length; a++) {
		let [o, s] = [e[a - 1], e[a]], c = e[a + 1], l = c && Math.abs(es(o, s, c)) < .35 ? c : s, u = Math.hypot(l[0] - o[0], l[1] - o[1]), [d, f] = [(o[0] + l[0]) / 2, (o[1] + l[1]) / 2];
		if (u <= i || !Qo({
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
function es(e, t, n) {
	let r = Math.atan2(t[1] - e[1], t[0] - e[0]), i = Math.atan2(n[1] - t[1], n[0] - t[0]);
	return Math.atan2(Math.sin(i - r), Math.cos(i - r));
}
// src/player/paint-sites.ts
function ts(e, t) {
	return (2.6 + Math.min(6, Math.max(0, e.worth)) * .55) * Math.min(1.7, Math.max(.85, t));
}
function ns(e, t) {
	let { x: n, y: r, r: i } = t;
	t.contested && rs(e, n, r, i * 2.4 + 5), e.globalAlpha = 1, e.beginPath(), t.unknown || t.look < 0 ? e.arc(n, r, t.unknown ? i : i * .75, 0, 2 * Math.PI) : aa(e, t.look, n, r, i), e.lineWidth = 3.2, e.strokeStyle = "#FFFFFF", e.stroke(), e.fillStyle = "#FFFFFF", e.fill(), !t.unknown && t.look >= 0 && (e.globalAlpha = .25 + .75 * t.sure, e.fillStyle = na(t.look), e.fill(), e.globalAlpha = 1), e.lineWidth = t.look < 0 || t.unknown ? 1.1 : t.sure < 1 ? 1.3 : .8, e.strokeStyle = t.look < 0 || t.unknown ? ta : t.sure < 1 ? na(t.look) : "#23201B", t.unknown && e.setLineDash([2, 2]), e.stroke(), e.setLineDash([]), t.unknown && as(e, n, r, i);
}
function rs(e, t, n, r) {
	e.lineWidth = 1.5, lo(t, n, r, 4).forEach(([t, n, r, i], a) => {
		e.beginPath(), e.moveTo(t, n), e.lineTo(r, i), e.strokeStyle = na(a % 2), e.globalAlpha = .55, e.stroke();
	}), e.globalAlpha = 1;
}
function is(e, { x: t, y: n, r, look: i, fresh: a }) {
	e.beginPath(), e.arc(t, n, r + 3 + a * 22, 0, 2 * Math.PI), e.globalAlpha = (1 - a) * .9, e.strokeStyle = na(i), e.lineWidth = 2.5 * (1 - a) + .5, e.stroke(), e.globalAlpha = 1;
}
function as(e, t, n, r) {
	e.fillStyle = "#5C564B", e.font = `600 ${Math.round(r * 1.7)}px Georgia, serif`, e.textAlign = "center", e.textBaseline = "middle", e.fillText("?", t, n + .5);
}
// src/player/names.ts
var os = "\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", Georgia, \"PT Serif\", serif", ss = class {
	canvas;
	stage;
	points;
	lines;
	words;
	widths = /* @__PURE__ */ new Map();
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
		let t = this.stage.sites[e]?.worth ?? 0, n = t >= 4 ? 15 : t >= 2 ? 13 : 12;
		return {
			size: n,
			font: `${t >= 4 ? 600 : 400} ${n}px ${os}`
		};
	}
	places(e, t, n, r, i) {
		let a = [], o = [], s = new Set(this.stage.authorities.map((e) => e.seat));
		return this.stage.sites.forEach((i, c) => {
			let l = this.points[c], [u, d] = [l[0] * t.k + t.x, l[1] * t.k + t.y];
			if (u < -40 || d < -20 || u > this.width + 40 || d > this.height + 20) return;
			let f = ts(i, n), { size: p, font: m } = this.font(c), h = this.words.pick(i.title), g = i.worth + (s.has(c) ? 3 : 0) + (c === r ? 100 : 0);
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
		}), Zo(a, i, o, Math.max(8, Math.round(this.width * this.height / 16e3)), 4);
	}
	lying(e, t, n, r) {
		let i = [], a = [...r];
		for (let { title: r, line: o, water: s } of this.lines) {
			let c = this.words.pick(r), l = this.measure(e, c, cs(s)) + (s ? c.length * 1.5 : 0), u = $o(o.map((e) => [e[0] * t.k + t.x, e[1] * t.k + t.y]), l, n);
			if (!u) continue;
			let [d, f] = [Math.abs(Math.cos(u.angle)) * l + 14, Math.abs(Math.sin(u.angle)) * l + 14], p = {
				x: u.x - d / 2,
				y: u.y - f / 2,
				w: d,
				h: f
			};
			a.some((e) => Jo(p, e)) || (a.push(p), i.push({
				text: c,
				...u,
				water: s
			}));
		}
		return i;
	}
	lay(e, { text: t, x: n, y: r, angle: i, water: a }) {
		e.save(), e.translate(n, r), e.rotate(i), e.font = cs(a), "letterSpacing" in e && (e.letterSpacing = a ? "1.5px" : "0px"), e.textAlign = "center", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3, e.strokeStyle = a ? "rgba(223,234,240,.9)" : "rgba(246,242,233,.9)", e.strokeText(t, 0, 0), e.fillStyle = a ? "#3B6A84" : "#75695A", e.fillText(t, 0, 0), e.restore();
	}
	write(e, { id: t, text: n, x: r, y: i, h: a }) {
		let { font: o } = this.font(t);
		e.font = o, e.textAlign = "left", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3.4, e.strokeStyle = "rgba(251,248,241,.92)", e.strokeText(n, r, i + a / 2), e.fillStyle = "#23201B", e.fillText(n, r, i + a / 2);
	}
};
function cs(e) {
	return e ? `italic 13px ${os}` : `italic 11px ${os}`;
}
// src/player/paint-signals.ts
function ls(e, t, n, r) {
	t.length < 2 || (e.beginPath(), t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), us(e, t[t.length - 2], t[t.length - 1], r ? 9 : 6), e.strokeStyle = na(n), e.globalAlpha = r ? 1 : .6, e.lineWidth = r ? 2.6 : 1.4, e.stroke(), e.globalAlpha = 1);
}
function us(e, t, [n, r], i) {
	let a = Math.atan2(r - t[1], n - t[0]);
	e.moveTo(n - Math.cos(a - .45) * i, r - Math.sin(a - .45) * i), e.lineTo(n, r), e.lineTo(n - Math.cos(a + .45) * i, r - Math.sin(a + .45) * i);
}
function ds(e, t, n, r, i, a) {
	let o = i === "sent" || i === "heard" ? n : [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2];
	e.globalAlpha = Math.max(.12, .85 * (1 - a)), e.strokeStyle = e.fillStyle = na(r), e.lineWidth = 1.3, e.setLineDash(i === "heard" ? [1.5, 3] : [5, 4]), e.beginPath(), e.moveTo(...t), e.lineTo(...o), e.stroke(), e.setLineDash([]), i === "lost" && fs(e, o), i === "held" && ps(e, t, o), i === "heard" && (e.beginPath(), e.arc(...n, 2.6, 0, 2 * Math.PI), e.fill()), e.globalAlpha = 1;
}
function fs(e, [t, n]) {
	e.lineWidth = 2, e.beginPath(), e.moveTo(t - 4, n - 4), e.lineTo(t + 4, n + 4), e.moveTo(t + 4, n - 4), e.lineTo(t - 4, n + 4), e.stroke();
}
function ps(e, t, [n, r]) {
	let i = Math.atan2(r - t[1], n - t[0]) + Math.PI / 2;
	e.lineWidth = 3, e.beginPath(), e.moveTo(n - Math.cos(i) * 6, r - Math.sin(i) * 6), e.lineTo(n + Math.cos(i) * 6, r + Math.sin(i) * 6), e.stroke();
}
function ms(e, t, n, r, i) {
	let a = Math.hypot(n[0] - t[0], n[1] - t[1]), o = [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2 - a * .35 - 12];
	e.strokeStyle = na(r), e.globalAlpha = Math.max(.15, .9 * (1 - i)), e.lineWidth = 1.6, e.beginPath(), e.moveTo(...t), e.quadraticCurveTo(...o, ...n), e.stroke();
	let s = Math.min(1, i * 2.5), c = (e) => (1 - s) ** 2 * t[e] + 2 * s * (1 - s) * o[e] + s * s * n[e];
	s < 1 ? (e.fillStyle = "#23201B", e.beginPath(), e.arc(c(0), c(1), 3, 0, 2 * Math.PI), e.fill()) : hs(e, n, 1.1, i), e.globalAlpha = 1;
}
function hs(e, [t, n], r, i) {
	let [a, o] = [13 * r, 6 * r];
	e.globalAlpha = Math.max(0, 1 - i), e.beginPath();
	for (let r = 0; r < 16; r++) {
		let i = r / 16 * 2 * Math.PI, s = r % 2 ? o : a, c = [t + Math.cos(i) * s, n + Math.sin(i) * s];
		r ? e.lineTo(...c) : e.moveTo(...c);
	}
	e.closePath(), e.lineWidth = 1.6, e.strokeStyle = "#7A2E1D", e.stroke(), e.globalAlpha = 1;
}
// src/player/signals.ts
var gs = {
	called: "sent",
	demanded: "sent",
	heard: "heard",
	lost: "lost",
	intercepted: "held",
	suppressed: "held",
	forged: "sent"
}, _s = {
	"fired-first": 1,
	skirmished: .7,
	assaulted: 1.2,
	repulsed: 1,
	killed: .8,
	"shot-disarmed": 1
};
function vs(e) {
	let { minute: t, authority: n, unit: r, site: i } = e, a = gs[e.event];
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
	let o = _s[e.event];
	return o && i >= 0 ? {
		kind: "fight",
		minute: t,
		site: i,
		strength: o
	} : null;
}
var ys = class {
	all;
	minutes;
	constructor(e) {
		this.all = e.map(vs).filter((e) => e !== null), this.minutes = Int32Array.from(this.all, (e) => e.minute);
	}
	recent(e, t) {
		return this.all.slice(Sa(this.minutes, e - t) + 1, Sa(this.minutes, e) + 1);
	}
}, bs = [
	[],
	[2.5, 1.5],
	[1, 2]
], xs = "#23201B";
function Ss(e, t, n, r) {
	let { x: i, y: a, r: o, inner: s, face: c } = t, l = n[c.lead]?.look ?? -1;
	e.beginPath(), e.arc(i, a, o + 1.6, 0, 2 * Math.PI), e.fillStyle = "#FFFFFF", e.fill(), s > .6 && (e.beginPath(), aa(e, Math.max(l, 0), i, a, l === 0 ? s : Math.min(s, o * .86)), e.fillStyle = na(l), e.fill()), Cs(e, t, n), e.beginPath(), e.arc(i, a, o + 1.1, 0, 2 * Math.PI), e.strokeStyle = r ? xs : "rgba(35,32,27,.45)", e.lineWidth = r ? 2 : .6, e.stroke();
}
function Cs(e, { x: t, y: n, r, face: i }, a) {
	let o = -Math.PI / 2;
	e.lineWidth = Math.max(1.2, Math.min(2.4, r * .25));
	for (let s = 0; s < i.shares.length; s++) {
		let c = i.shares[s];
		if (c < .01) continue;
		let l = o + c * 2 * Math.PI, u = a[s]?.look ?? 2;
		e.beginPath(), e.arc(t, n, Math.max(1, r - e.lineWidth / 2 + .4), o, l), e.strokeStyle = na(u), r > 5 && e.setLineDash(bs[Math.min(u, 2)]), e.stroke(), o = l;
	}
	r > 5 && e.setLineDash([]);
}
function ws(e, t, n, r, i) {
	let a = (e, i) => [t + Math.cos(r + e) * i, n + Math.sin(r + e) * i];
	e.beginPath(), e.moveTo(...a(0, 4)), e.lineTo(...a(2.1, 4)), e.lineTo(...a(-2.1, 4)), e.closePath(), e.fillStyle = na(i), e.fill(), e.strokeStyle = "#FFFFFF", e.lineWidth = .8, e.stroke();
}
// src/player/sprites.ts
var Ts = 1500, Es = 16, Ds = 2 * Math.PI / Es;
function Os(e) {
	return (Math.round(e / Ds) % Es + Es) % Es;
}
var ks = class {
	sides;
	known = /* @__PURE__ */ new Map();
	ratio = 1;
	constructor(e) {
		this.sides = e;
	}
	scale(e, t) {
		this.ratio = e, this.known.clear();
		for (let e of t) e.stamp = null;
	}
	unit(e, t, n) {
		let r = +!!n, i = t.stamp;
		if (i && i.face === t.face && i.r === t.r && i.state === r || (i = t.stamp = {
			face: t.face,
			r: t.r,
			state: r,
			sprite: this.body(t, n)
		}), this.put(e, i.sprite, t.x, t.y), !t.moving) return;
		let a = Os(t.angle), o = t.r + 5;
		this.put(e, this.pointer(t.face.lead, a), t.x + Math.cos(a * Ds) * o, t.y + Math.sin(a * Ds) * o);
	}
	put(e, { image: t, half: n }, r, i) {
		let { ratio: a } = this;
		e.drawImage(t, Math.round((r - n) * a) / a, Math.round((i - n) * a) / a, 2 * n, 2 * n);
	}
	body({ face: e, r: t }, n) {
		let r = t > 8 ? Math.round(t) : Math.round(t * 2) / 2, i = e.outer > 0 ? Math.round(r * e.inner * 2 / e.outer) / 2 : 0, a = e.shares.map((e) => Math.round(e * 12) / 12), o = `${r}|${i}|${e.lead}|${a.join()}|${+!!n}`;
		return this.find(o, r + 3, (t, o) => Ss(t, {
			x: o,
			y: o,
			r,
			inner: i,
			face: {
				...e,
				shares: a
			}
		}, this.sides, n));
	}
	pointer(e, t) {
		return this.find(`>${e}|${t}`, 6, (n, r) => ws(n, r, r, t * Ds, this.sides[e]?.look ?? -1));
	}
	find(e, t, n) {
		let r = this.known.get(e);
		return r || (this.known.size > Ts && this.known.clear(), this.known.set(e, r = this.make(t, n))), r;
	}
	make(e, t) {
		let n = Math.ceil(2 * e * this.ratio), r = new OffscreenCanvas(n, n), i = r.getContext("2d");
		return i.scale(this.ratio, this.ratio), t(i, n / this.ratio / 2), {
			image: r.transferToImageBitmap(),
			half: n / this.ratio / 2
		};
	}
};
// node_modules/d3-array/dist/d3-array.mjs
function As(e, t) {
	return e == null || t == null ? NaN : e < t ? -1 : e > t ? 1 : e >= t ? 0 : NaN;
}
function js(e, t) {
	return e == null || t == null ? NaN : t < e ? -1 : t > e ? 1 : t >= e ? 0 : NaN;
}
function Ms(e) {
	let t, n, r;
	e.length === 2 ? (t = e === As || e === js ? e : Ns, n = e, r = e) : (t = As, n = (t, n) => As(e(t), n), r = (t, n) => e(t) - n);
	function i(e, r, i = 0, a = e.length) {
		if (i < a) {
			if (t(r, r) !== 0) return a;
			do {
				let t = i + a >>> 1;
				n(e[t], r) < 0 ? i = t + 1 : a = t;
			} while (i < a);
		}
		return i;
	}
	function a(e, r, i = 0, a = e.length) {
		if (i < a) {
			if (t(r, r) !== 0) return a;
			do {
				let t = i + a >>> 1;
				n(e[t], r) <= 0 ? i = t + 1 : a = t;
			} while (i < a);
		}
		return i;
	}
	function o(e, t, n = 0, a = e.length) {
		let o = i(e, t, n, a - 1);
		return o > n && r(e[o - 1], t) > -r(e[o], t) ? o - 1 : o;
	}
	return {
		left: i,
		center: o,
		right: a
	};
}
function Ns() {
	return 0;
}
function Ps(e) {
	return e === null ? NaN : +e;
}
var Fs = Ms(As);
Fs.right, Fs.left, Ms(Ps).center;
var Is = class {
	constructor() {
		this._partials = /* @__PURE__ */ new Float64Array(32), this._n = 0;
	}
	add(e) {
		let t = this._partials, n = 0;
		for (let r = 0; r < this._n && r < 32; r++) {
			let i = t[r], a = e + i, o = Math.abs(e) < Math.abs(i) ? e - (a - i) : i - (a - e);
			o && (t[n++] = o), e = a;
		}
		return t[n] = e, this._n = n + 1, this;
	}
	valueOf() {
		let e = this._partials, t = this._n, n, r, i, a = 0;
		if (t > 0) {
			for (a = e[--t]; t > 0 && (n = a, r = e[--t], a = n + r, i = r - (a - n), !i););
			t > 0 && (i < 0 && e[t - 1] < 0 || i > 0 && e[t - 1] > 0) && (r = i * 2, n = a + r, r == n - a && (a = n));
		}
		return a;
	}
};
Array.prototype.slice;
function* Ls(e) {
	for (let t of e) yield* t;
}
function Rs(e) {
	return Array.from(Ls(e));
}
// node_modules/d3-geo/dist/d3-geo.mjs
var X = 1e-6, zs = 1e-12, Z = Math.PI, Bs = Z / 2, Vs = Z / 4, Hs = Z * 2, Us = 180 / Z, Ws = Z / 180, Gs = Math.abs, Ks = Math.atan, qs = Math.atan2, Q = Math.cos, Js = Math.exp, Ys = Math.log, Xs = Math.pow, $ = Math.sin, Zs = Math.sign || function(e) {
	return e > 0 ? 1 : e < 0 ? -1 : 0;
}, Qs = Math.sqrt, $s = Math.tan;
function ec(e) {
	return e > 1 ? 0 : e < -1 ? Z : Math.acos(e);
}
function tc(e) {
	return e > 1 ? Bs : e < -1 ? -Bs : Math.asin(e);
}
function nc() {}
function rc(e, t) {
	e && ac.hasOwnProperty(e.type) && ac[e.type](e, t);
}
var ic = {
	Feature: function(e, t) {
		rc(e.geometry, t);
	},
	FeatureCollection: function(e, t) {
		for (var n = e.features, r = -1, i = n.length; ++r < i;) rc(n[r].geometry, t);
	}
}, ac = {
	Sphere: function(e, t) {
		t.sphere();
	},
	Point: function(e, t) {
		e = e.coordinates, t.point(e[0], e[1], e[2]);
	},
	MultiPoint: function(e, t) {
		for (var n = e.coordinates, r = -1, i = n.length; ++r < i;) e = n[r], t.point(e[0], e[1], e[2]);
	},
	LineString: function(e, t) {
		oc(e.coordinates, t, 0);
	},
	MultiLineString: function(e, t) {
		for (var n = e.coordinates, r = -1, i = n.length; ++r < i;) oc(n[r], t, 0);
	},
	Polygon: function(e, t) {
		sc(e.coordinates, t);
	},
	MultiPolygon: function(e, t) {
		for (var n = e.coordinates, r = -1, i = n.length; ++r < i;) sc(n[r], t);
	},
	GeometryCollection: function(e, t) {
		for (var n = e.geometries, r = -1, i = n.length; ++r < i;) rc(n[r], t);
	}
};
function oc(e, t, n) {
	var r = -1, i = e.length - n, a;
	for (t.lineStart(); ++r < i;) a = e[r], t.point(a[0], a[1], a[2]);
	t.lineEnd();
}
function sc(e, t) {
	var n = -1, r = e.length;
	for (t.polygonStart(); ++n < r;) oc(e[n], t, 1);
	t.polygonEnd();
}
function cc(e, t) {
	e && ic.hasOwnProperty(e.type) ? ic[e.type](e, t) : rc(e, t);
}
new Is(), new Is();
function lc(e) {
	return [qs(e[1], e[0]), tc(e[2])];
}
function uc(e) {
	var t = e[0], n = e[1], r = Q(n);
	return [
		r * Q(t),
		r * $(t),
		$(n)
	];
}
function dc(e, t) {
	return e[0] * t[0] + e[1] * t[1] + e[2] * t[2];
}
function fc(e, t) {
	return [
		e[1] * t[2] - e[2] * t[1],
		e[2] * t[0] - e[0] * t[2],
		e[0] * t[1] - e[1] * t[0]
	];
}
function pc(e, t) {
	e[0] += t[0], e[1] += t[1], e[2] += t[2];
}
function mc(e, t) {
	return [
		e[0] * t,
		e[1] * t,
		e[2] * t
	];
}
function hc(e) {
	var t = Qs(e[0] * e[0] + e[1] * e[1] + e[2] * e[2]);
	e[0] /= t, e[1] /= t, e[2] /= t;
}
function gc(e, t) {
	function n(n, r) {
		return n = e(n, r), t(n[0], n[1]);
	}
	return e.invert && t.invert && (n.invert = function(n, r) {
		return n = t.invert(n, r), n && e.invert(n[0], n[1]);
	}), n;
}
function _c(e, t) {
	return Gs(e) > Z && (e -= Math.round(e / Hs) * Hs), [e, t];
}
_c.invert = _c;
function vc(e, t, n) {
	return (e %= Hs) ? t || n ? gc(bc(e), xc(t, n)) : bc(e) : t || n ? xc(t, n) : _c;
}
function yc(e) {
	return function(t, n) {
		return t += e, Gs(t) > Z && (t -= Math.round(t / Hs) * Hs), [t, n];
	};
}
function bc(e) {
	var t = yc(e);
	return t.invert = yc(-e), t;
}
function xc(e, t) {
	var n = Q(e), r = $(e), i = Q(t), a = $(t);
	function o(e, t) {
		var o = Q(t), s = Q(e) * o, c = $(e) * o, l = $(t), u = l * n + s * r;
		return [qs(c * i - u * a, s * n - l * r), tc(u * i + c * a)];
	}
	return o.invert = function(e, t) {
		var o = Q(t), s = Q(e) * o, c = $(e) * o, l = $(t), u = l * i - c * a;
		return [qs(c * i + l * a, s * n + u * r), tc(u * n - s * r)];
	}, o;
}
function Sc(e) {
	e = vc(e[0] * Ws, e[1] * Ws, e.length > 2 ? e[2] * Ws : 0);
	function t(t) {
		return t = e(t[0] * Ws, t[1] * Ws), t[0] *= Us, t[1] *= Us, t;
	}
	return t.invert = function(t) {
		return t = e.invert(t[0] * Ws, t[1] * Ws), t[0] *= Us, t[1] *= Us, t;
	}, t;
}
function Cc(e, t, n, r, i, a) {
	if (n) {
		var o = Q(t), s = $(t), c = r * n;
		i == null ? (i = t + r * Hs, a = t - c / 2) : (i = wc(o, i), a = wc(o, a), (r > 0 ? i < a : i > a) && (i += r * Hs));
		for (var l, u = i; r > 0 ? u > a : u < a; u -= c) l = lc([
			o,
			-s * Q(u),
			-s * $(u)
		]), e.point(l[0], l[1]);
	}
}
function wc(e, t) {
	t = uc(t), t[0] -= e, hc(t);
	var n = ec(-t[1]);
	return ((-t[2] < 0 ? -n : n) + Hs - X) % Hs;
}
function Tc() {
	var e = [], t;
	return {
		point: function(e, n, r) {
			t.push([
				e,
				n,
				r
			]);
		},
		lineStart: function() {
			e.push(t = []);
		},
		lineEnd: nc,
		rejoin: function() {
			e.length > 1 && e.push(e.pop().concat(e.shift()));
		},
		result: function() {
			var n = e;
			return e = [], t = null, n;
		}
	};
}
function Ec(e, t) {
	return Gs(e[0] - t[0]) < X && Gs(e[1] - t[1]) < X;
}
function Dc(e, t, n, r) {
	this.x = e, this.z = t, this.o = n, this.e = r, this.v = !1, this.n = this.p = null;
}
function Oc(e, t, n, r, i) {
	var a = [], o = [], s, c;
	if (e.forEach(function(e) {
		if (!((t = e.length - 1) <= 0)) {
			var t, n = e[0], r = e[t], c;
			if (Ec(n, r)) {
				if (!n[2] && !r[2]) {
					for (i.lineStart(), s = 0; s < t; ++s) i.point((n = e[s])[0], n[1]);
					i.lineEnd();
					return;
				}
				r[0] += 2 * X;
			}
			a.push(c = new Dc(n, e, null, !0)), o.push(c.o = new Dc(n, null, c, !1)), a.push(c = new Dc(r, e, null, !1)), o.push(c.o = new Dc(r, null, c, !0));
		}
	}), a.length) {
		for (o.sort(t), kc(a), kc(o), s = 0, c = o.length; s < c; ++s) o[s].e = n = !n;
		for (var l = a[0], u, d;;) {
			for (var f = l, p = !0; f.v;) if ((f = f.n) === l) return;
			u = f.z, i.lineStart();
			do {
				if (f.v = f.o.v = !0, f.e) {
					if (p) for (s = 0, c = u.length; s < c; ++s) i.point((d = u[s])[0], d[1]);
					else r(f.x, f.n.x, 1, i);
					f = f.n;
				} else {
					if (p) for (u = f.p.z, s = u.length - 1; s >= 0; --s) i.point((d = u[s])[0], d[1]);
					else r(f.x, f.p.x, -1, i);
					f = f.p;
				}
				f = f.o, u = f.z, p = !p;
			} while (!f.v);
			i.lineEnd();
		}
	}
}
function kc(e) {
	if (t = e.length) {
		for (var t, n = 0, r = e[0], i; ++n < t;) r.n = i = e[n], i.p = r, r = i;
		r.n = i = e[0], i.p = r;
	}
}
function Ac(e) {
	return Gs(e[0]) <= Z ? e[0] : Zs(e[0]) * ((Gs(e[0]) + Z) % Hs - Z);
}
function jc(e, t) {
	var n = Ac(t), r = t[1], i = $(r), a = [
		$(n),
		-Q(n),
		0
	], o = 0, s = 0, c = new Is();
	i === 1 ? r = Bs + X : i === -1 && (r = -Bs - X);
	for (var l = 0, u = e.length; l < u; ++l) if (f = (d = e[l]).length) for (var d, f, p = d[f - 1], m = Ac(p), h = p[1] / 2 + Vs, g = $(h), _ = Q(h), v = 0; v < f; ++v, m = b, g = S, _ = C, p = y) {
		var y = d[v], b = Ac(y), x = y[1] / 2 + Vs, S = $(x), C = Q(x), w = b - m, T = w >= 0 ? 1 : -1, E = T * w, D = E > Z, ee = g * S;
		if (c.add(qs(ee * T * $(E), _ * C + ee * Q(E))), o += D ? w + T * Hs : w, D ^ m >= n ^ b >= n) {
			var O = fc(uc(p), uc(y));
			hc(O);
			var te = fc(a, O);
			hc(te);
			var ne = (D ^ w >= 0 ? -1 : 1) * tc(te[2]);
			(r > ne || r === ne && (O[0] || O[1])) && (s += D ^ w >= 0 ? 1 : -1);
		}
	}
	return (o < -X || o < X && c < -zs) ^ s & 1;
}
function Mc(e, t, n, r) {
	return function(i) {
		var a = t(i), o = Tc(), s = t(o), c = !1, l, u, d, f = {
			point: p,
			lineStart: h,
			lineEnd: g,
			polygonStart: function() {
				f.point = _, f.lineStart = v, f.lineEnd = y, u = [], l = [];
			},
			polygonEnd: function() {
				f.point = p, f.lineStart = h, f.lineEnd = g, u = Rs(u);
				var e = jc(l, r);
				u.length ? (c ||= (i.polygonStart(), !0), Oc(u, Pc, e, n, i)) : e && (c ||= (i.polygonStart(), !0), i.lineStart(), n(null, null, 1, i), i.lineEnd()), c &&= (i.polygonEnd(), !1), u = l = null;
			},
			sphere: function() {
				i.polygonStart(), i.lineStart(), n(null, null, 1, i), i.lineEnd(), i.polygonEnd();
			}
		};
		function p(t, n) {
			e(t, n) && i.point(t, n);
		}
		function m(e, t) {
			a.point(e, t);
		}
		function h() {
			f.point = m, a.lineStart();
		}
		function g() {
			f.point = p, a.lineEnd();
		}
		function _(e, t) {
			d.push([e, t]), s.point(e, t);
		}
		function v() {
			s.lineStart(), d = [];
		}
		function y() {
			_(d[0][0], d[0][1]), s.lineEnd();
			var e = s.clean(), t = o.result(), n, r = t.length, a, f, p;
			if (d.pop(), l.push(d), d = null, r) {
				if (e & 1) {
					if (f = t[0], (a = f.length - 1) > 0) {
						for (c ||= (i.polygonStart(), !0), i.lineStart(), n = 0; n < a; ++n) i.point((p = f[n])[0], p[1]);
						i.lineEnd();
					}
				} else r > 1 && e & 2 && t.push(t.pop().concat(t.shift())), u.push(t.filter(Nc));
			}
		}
		return f;
	};
}
function Nc(e) {
	return e.length > 1;
}
function Pc(e, t) {
	return ((e = e.x)[0] < 0 ? e[1] - Bs - X : Bs - e[1]) - ((t = t.x)[0] < 0 ? t[1] - Bs - X : Bs - t[1]);
}
var Fc = Mc(function() {
	return !0;
}, Ic, Rc, [-Z, -Bs]);
function Ic(e) {
	var t = NaN, n = NaN, r = NaN, i;
	return {
		lineStart: function() {
			e.lineStart(), i = 1;
		},
		point: function(a, o) {
			var s = a > 0 ? Z : -Z, c = Gs(a - t);
			Gs(c - Z) < X ? (e.point(t, n = (n + o) / 2 > 0 ? Bs : -Bs), e.point(r, n), e.lineEnd(), e.lineStart(), e.point(s, n), e.point(a, n), i = 0) : r !== s && c >= Z && (Gs(t - r) < X && (t -= r * X), Gs(a - s) < X && (a -= s * X), n = Lc(t, n, a, o), e.point(r, n), e.lineEnd(), e.lineStart(), e.point(s, n), i = 0), e.point(t = a, n = o), r = s;
		},
		lineEnd: function() {
			e.lineEnd(), t = n = NaN;
		},
		clean: function() {
			return 2 - i;
		}
	};
}
function Lc(e, t, n, r) {
	var i, a, o = $(e - n);
	return Gs(o) > X ? Ks(($(t) * (a = Q(r)) * $(n) - $(r) * (i = Q(t)) * $(e)) / (i * a * o)) : (t + r) / 2;
}
function Rc(e, t, n, r) {
	var i;
	if (e == null) i = n * Bs, r.point(-Z, i), r.point(0, i), r.point(Z, i), r.point(Z, 0), r.point(Z, -i), r.point(0, -i), r.point(-Z, -i), r.point(-Z, 0), r.point(-Z, i);
	else if (Gs(e[0] - t[0]) > X) {
		var a = e[0] < t[0] ? Z : -Z;
		i = n * a / 2, r.point(-a, i), r.point(0, i), r.point(a, i);
	} else r.point(t[0], t[1]);
}
function zc(e) {
	var t = Q(e), n = 2 * Ws, r = t > 0, i = Gs(t) > X;
	function a(t, r, i, a) {
		Cc(a, e, n, i, t, r);
	}
	function o(e, n) {
		return Q(e) * Q(n) > t;
	}
	function s(e) {
		var t, n, a, s, u;
		return {
			lineStart: function() {
				s = a = !1, u = 1;
			},
			point: function(d, f) {
				var p = [d, f], m, h = o(d, f), g = r ? h ? 0 : l(d, f) : h ? l(d + (d < 0 ? Z : -Z), f) : 0;
				if (!t && (s = a = h) && e.lineStart(), h !== a && (m = c(t, p), (!m || Ec(t, m) || Ec(p, m)) && (p[2] = 1)), h !== a) u = 0, h ? (e.lineStart(), m = c(p, t), e.point(m[0], m[1])) : (m = c(t, p), e.point(m[0], m[1], 2), e.lineEnd()), t = m;
				else if (i && t && r ^ h) {
					var _;
					!(g & n) && (_ = c(p, t, !0)) && (u = 0, r ? (e.lineStart(), e.point(_[0][0], _[0][1]), e.point(_[1][0], _[1][1]), e.lineEnd()) : (e.point(_[1][0], _[1][1]), e.lineEnd(), e.lineStart(), e.point(_[0][0], _[0][1], 3)));
				}
				!h || t && Ec(t, p) || e.point(p[0], p[1]), t = p, a = h, n = g;
			},
			lineEnd: function() {
				a && e.lineEnd(), t = null;
			},
			clean: function() {
				return u | (s && a) << 1;
			}
		};
	}
	function c(e, n, r) {
		var i = uc(e), a = uc(n), o = [
			1,
			0,
			0
		], s = fc(i, a), c = dc(s, s), l = s[0], u = c - l * l;
		if (!u) return !r && e;
		var d = t * c / u, f = -t * l / u, p = fc(o, s), m = mc(o, d);
		pc(m, mc(s, f));
		var h = p, g = dc(m, h), _ = dc(h, h), v = g * g - _ * (dc(m, m) - 1);
		if (!(v < 0)) {
			var y = Qs(v), b = mc(h, (-g - y) / _);
			if (pc(b, m), b = lc(b), !r) return b;
			var x = e[0], S = n[0], C = e[1], w = n[1], T;
			S < x && (T = x, x = S, S = T);
			var E = S - x, D = Gs(E - Z) < X, ee = D || E < X;
			if (!D && w < C && (T = C, C = w, w = T), ee ? D ? C + w > 0 ^ b[1] < (Gs(b[0] - x) < X ? C : w) : C <= b[1] && b[1] <= w : E > Z ^ (x <= b[0] && b[0] <= S)) {
				var O = mc(h, (-g + y) / _);
				return pc(O, m), [b, lc(O)];
			}
		}
	}
	function l(t, n) {
		var i = r ? e : Z - e, a = 0;
		return t < -i ? a |= 1 : t > i && (a |= 2), n < -i ? a |= 4 : n > i && (a |= 8), a;
	}
	return Mc(o, s, a, r ? [0, -e] : [-Z, e - Z]);
}
function Bc(e, t, n, r, i, a) {
	var o = e[0], s = e[1], c = t[0], l = t[1], u = 0, d = 1, f = c - o, p = l - s, m = n - o;
	if (!(!f && m > 0)) {
		if (m /= f, f < 0) {
			if (m < u) return;
			m < d && (d = m);
		} else if (f > 0) {
			if (m > d) return;
			m > u && (u = m);
		}
		if (m = i - o, !(!f && m < 0)) {
			if (m /= f, f < 0) {
				if (m > d) return;
				m > u && (u = m);
			} else if (f > 0) {
				if (m < u) return;
				m < d && (d = m);
			}
			if (m = r - s, !(!p && m > 0)) {
				if (m /= p, p < 0) {
					if (m < u) return;
					m < d && (d = m);
				} else if (p > 0) {
					if (m > d) return;
					m > u && (u = m);
				}
				if (m = a - s, !(!p && m < 0)) {
					if (m /= p, p < 0) {
						if (m > d) return;
						m > u && (u = m);
					} else if (p > 0) {
						if (m < u) return;
						m < d && (d = m);
					}
					return u > 0 && (e[0] = o + u * f, e[1] = s + u * p), d < 1 && (t[0] = o + d * f, t[1] = s + d * p), !0;
				}
			}
		}
	}
}
var Vc = 1e9, Hc = -Vc;
function Uc(e, t, n, r) {
	function i(i, a) {
		return e <= i && i <= n && t <= a && a <= r;
	}
	function a(i, a, s, l) {
		var u = 0, d = 0;
		if (i == null || (u = o(i, s)) !== (d = o(a, s)) || c(i, a) < 0 ^ s > 0) do
			l.point(u === 0 || u === 3 ? e : n, u > 1 ? r : t);
		while ((u = (u + s + 4) % 4) !== d);
		else l.point(a[0], a[1]);
	}
	function o(r, i) {
		return Gs(r[0] - e) < X ? i > 0 ? 0 : 3 : Gs(r[0] - n) < X ? i > 0 ? 2 : 1 : Gs(r[1] - t) < X ? +(i > 0) : i > 0 ? 3 : 2;
	}
	function s(e, t) {
		return c(e.x, t.x);
	}
	function c(e, t) {
		var n = o(e, 1), r = o(t, 1);
		return n === r ? n === 0 ? t[1] - e[1] : n === 1 ? e[0] - t[0] : n === 2 ? e[1] - t[1] : t[0] - e[0] : n - r;
	}
	return function(o) {
		var c = o, l = Tc(), u, d, f, p, m, h, g, _, v, y, b, x = {
			point: S,
			lineStart: E,
			lineEnd: D,
			polygonStart: w,
			polygonEnd: T
		};
		function S(e, t) {
			i(e, t) && c.point(e, t);
		}
		function C() {
			for (var t = 0, n = 0, i = d.length; n < i; ++n) for (var a = d[n], o = 1, s = a.length, c = a[0], l, u, f = c[0], p = c[1]; o < s; ++o) l = f, u = p, c = a[o], f = c[0], p = c[1], u <= r ? p > r && (f - l) * (r - u) > (p - u) * (e - l) && ++t : p <= r && (f - l) * (r - u) < (p - u) * (e - l) && --t;
			return t;
		}
		function w() {
			c = l, u = [], d = [], b = !0;
		}
		function T() {
			var e = C(), t = b && e, n = (u = Rs(u)).length;
			(t || n) && (o.polygonStart(), t && (o.lineStart(), a(null, null, 1, o), o.lineEnd()), n && Oc(u, s, e, a, o), o.polygonEnd()), c = o, u = d = f = null;
		}
		function E() {
			x.point = ee, d && d.push(f = []), y = !0, v = !1, g = _ = NaN;
		}
		function D() {
			u && (ee(p, m), h && v && l.rejoin(), u.push(l.result())), x.point = S, v && c.lineEnd();
		}
		function ee(a, o) {
			var s = i(a, o);
			if (d && f.push([a, o]), y) p = a, m = o, h = s, y = !1, s && (c.lineStart(), c.point(a, o));
			else if (s && v) c.point(a, o);
			else {
				var l = [g = Math.max(Hc, Math.min(Vc, g)), _ = Math.max(Hc, Math.min(Vc, _))], u = [a = Math.max(Hc, Math.min(Vc, a)), o = Math.max(Hc, Math.min(Vc, o))];
				Bc(l, u, e, t, n, r) ? (v || (c.lineStart(), c.point(l[0], l[1])), c.point(u[0], u[1]), s || c.lineEnd(), b = !1) : s && (c.lineStart(), c.point(a, o), b = !1);
			}
			g = a, _ = o, v = s;
		}
		return x;
	};
}
var Wc = (e) => e;
new Is(), new Is();
var Gc = Infinity, Kc = Gc, qc = -Gc, Jc = qc, Yc = {
	point: Xc,
	lineStart: nc,
	lineEnd: nc,
	polygonStart: nc,
	polygonEnd: nc,
	result: function() {
		var e = [[Gc, Kc], [qc, Jc]];
		return qc = Jc = -(Kc = Gc = Infinity), e;
	}
};
function Xc(e, t) {
	e < Gc && (Gc = e), e > qc && (qc = e), t < Kc && (Kc = t), t > Jc && (Jc = t);
}
new Is();
function Zc(e) {
	return function(t) {
		var n = new Qc();
		for (var r in e) n[r] = e[r];
		return n.stream = t, n;
	};
}
function Qc() {}
Qc.prototype = {
	constructor: Qc,
	point: function(e, t) {
		this.stream.point(e, t);
	},
	sphere: function() {
		this.stream.sphere();
	},
	lineStart: function() {
		this.stream.lineStart();
	},
	lineEnd: function() {
		this.stream.lineEnd();
	},
	polygonStart: function() {
		this.stream.polygonStart();
	},
	polygonEnd: function() {
		this.stream.polygonEnd();
	}
};
function $c(e, t, n) {
	var r = e.clipExtent && e.clipExtent();
	return e.scale(150).translate([0, 0]), r != null && e.clipExtent(null), cc(n, e.stream(Yc)), t(Yc.result()), r != null && e.clipExtent(r), e;
}
function el(e, t, n) {
	return $c(e, function(n) {
		var r = t[1][0] - t[0][0], i = t[1][1] - t[0][1], a = Math.min(r / (n[1][0] - n[0][0]), i / (n[1][1] - n[0][1])), o = +t[0][0] + (r - a * (n[1][0] + n[0][0])) / 2, s = +t[0][1] + (i - a * (n[1][1] + n[0][1])) / 2;
		e.scale(150 * a).translate([o, s]);
	}, n);
}
function tl(e, t, n) {
	return el(e, [[0, 0], t], n);
}
function nl(e, t, n) {
	return $c(e, function(n) {
		var r = +t, i = r / (n[1][0] - n[0][0]), a = (r - i * (n[1][0] + n[0][0])) / 2, o = -i * n[0][1];
		e.scale(150 * i).translate([a, o]);
	}, n);
}
function rl(e, t, n) {
	return $c(e, function(n) {
		var r = +t, i = r / (n[1][1] - n[0][1]), a = -i * n[0][0], o = (r - i * (n[1][1] + n[0][1])) / 2;
		e.scale(150 * i).translate([a, o]);
	}, n);
}
var il = 16, al = Q(30 * Ws);
function ol(e, t) {
	return +t ? cl(e, t) : sl(e);
}
function sl(e) {
	return Zc({ point: function(t, n) {
		t = e(t, n), this.stream.point(t[0], t[1]);
	} });
}
function cl(e, t) {
	function n(r, i, a, o, s, c, l, u, d, f, p, m, h, g) {
		var _ = l - r, v = u - i, y = _ * _ + v * v;
		if (y > 4 * t && h--) {
			var b = o + f, x = s + p, S = c + m, C = Qs(b * b + x * x + S * S), w = tc(S /= C), T = Gs(Gs(S) - 1) < X || Gs(a - d) < X ? (a + d) / 2 : qs(x, b), E = e(T, w), D = E[0], ee = E[1], O = D - r, te = ee - i, ne = v * O - _ * te;
			(ne * ne / y > t || Gs((_ * O + v * te) / y - .5) > .3 || o * f + s * p + c * m < al) && (n(r, i, a, o, s, c, D, ee, T, b /= C, x /= C, S, h, g), g.point(D, ee), n(D, ee, T, b, x, S, l, u, d, f, p, m, h, g));
		}
	}
	return function(t) {
		var r, i, a, o, s, c, l, u, d, f, p, m, h = {
			point: g,
			lineStart: _,
			lineEnd: y,
			polygonStart: function() {
				t.polygonStart(), h.lineStart = b;
			},
			polygonEnd: function() {
				t.polygonEnd(), h.lineStart = _;
			}
		};
		function g(n, r) {
			n = e(n, r), t.point(n[0], n[1]);
		}
		function _() {
			u = NaN, h.point = v, t.lineStart();
		}
		function v(r, i) {
			var a = uc([r, i]), o = e(r, i);
			n(u, d, l, f, p, m, u = o[0], d = o[1], l = r, f = a[0], p = a[1], m = a[2], il, t), t.point(u, d);
		}
		function y() {
			h.point = g, t.lineEnd();
		}
		function b() {
			_(), h.point = x, h.lineEnd = S;
		}
		function x(e, t) {
			v(r = e, t), i = u, a = d, o = f, s = p, c = m, h.point = v;
		}
		function S() {
			n(u, d, l, f, p, m, i, a, r, o, s, c, il, t), h.lineEnd = y, y();
		}
		return h;
	};
}
var ll = Zc({ point: function(e, t) {
	this.stream.point(e * Ws, t * Ws);
} });
function ul(e) {
	return Zc({ point: function(t, n) {
		var r = e(t, n);
		return this.stream.point(r[0], r[1]);
	} });
}
function dl(e, t, n, r, i) {
	function a(a, o) {
		return a *= r, o *= i, [t + e * a, n - e * o];
	}
	return a.invert = function(a, o) {
		return [(a - t) / e * r, (n - o) / e * i];
	}, a;
}
function fl(e, t, n, r, i, a) {
	if (!a) return dl(e, t, n, r, i);
	var o = Q(a), s = $(a), c = o * e, l = s * e, u = o / e, d = s / e, f = (s * n - o * t) / e, p = (s * t + o * n) / e;
	function m(e, a) {
		return e *= r, a *= i, [c * e - l * a + t, n - l * e - c * a];
	}
	return m.invert = function(e, t) {
		return [r * (u * e - d * t + f), i * (p - d * e - u * t)];
	}, m;
}
function pl(e) {
	return ml(function() {
		return e;
	})();
}
function ml(e) {
	var t, n = 150, r = 480, i = 250, a = 0, o = 0, s = 0, c = 0, l = 0, u, d = 0, f = 1, p = 1, m = null, h = Fc, g = null, _, v, y, b = Wc, x = .5, S, C, w, T, E;
	function D(e) {
		return w(e[0] * Ws, e[1] * Ws);
	}
	function ee(e) {
		return e = w.invert(e[0], e[1]), e && [e[0] * Us, e[1] * Us];
	}
	D.stream = function(e) {
		return T && E === e ? T : T = ll(ul(u)(h(S(b(E = e)))));
	}, D.preclip = function(e) {
		return arguments.length ? (h = e, m = void 0, te()) : h;
	}, D.postclip = function(e) {
		return arguments.length ? (b = e, g = _ = v = y = null, te()) : b;
	}, D.clipAngle = function(e) {
		return arguments.length ? (h = +e ? zc(m = e * Ws) : (m = null, Fc), te()) : m * Us;
	}, D.clipExtent = function(e) {
		return arguments.length ? (b = e == null ? (g = _ = v = y = null, Wc) : Uc(g = +e[0][0], _ = +e[0][1], v = +e[1][0], y = +e[1][1]), te()) : g == null ? null : [[g, _], [v, y]];
	}, D.scale = function(e) {
		return arguments.length ? (n = +e, O()) : n;
	}, D.translate = function(e) {
		return arguments.length ? (r = +e[0], i = +e[1], O()) : [r, i];
	}, D.center = function(e) {
		return arguments.length ? (a = e[0] % 360 * Ws, o = e[1] % 360 * Ws, O()) : [a * Us, o * Us];
	}, D.rotate = function(e) {
		return arguments.length ? (s = e[0] % 360 * Ws, c = e[1] % 360 * Ws, l = e.length > 2 ? e[2] % 360 * Ws : 0, O()) : [
			s * Us,
			c * Us,
			l * Us
		];
	}, D.angle = function(e) {
		return arguments.length ? (d = e % 360 * Ws, O()) : d * Us;
	}, D.reflectX = function(e) {
		return arguments.length ? (f = e ? -1 : 1, O()) : f < 0;
	}, D.reflectY = function(e) {
		return arguments.length ? (p = e ? -1 : 1, O()) : p < 0;
	}, D.precision = function(e) {
		return arguments.length ? (S = ol(C, x = e * e), te()) : Qs(x);
	}, D.fitExtent = function(e, t) {
		return el(D, e, t);
	}, D.fitSize = function(e, t) {
		return tl(D, e, t);
	}, D.fitWidth = function(e, t) {
		return nl(D, e, t);
	}, D.fitHeight = function(e, t) {
		return rl(D, e, t);
	};
	function O() {
		var e = fl(n, 0, 0, f, p, d).apply(null, t(a, o)), m = fl(n, r - e[0], i - e[1], f, p, d);
		return u = vc(s, c, l), C = gc(t, m), w = gc(u, C), S = ol(C, x), te();
	}
	function te() {
		return T = E = null, D;
	}
	return function() {
		return t = e.apply(this, arguments), D.invert = t.invert && ee, O();
	};
}
function hl(e) {
	var t = 0, n = Z / 3, r = ml(e), i = r(t, n);
	return i.parallels = function(e) {
		return arguments.length ? r(t = e[0] * Ws, n = e[1] * Ws) : [t * Us, n * Us];
	}, i;
}
function gl(e) {
	return function(t, n) {
		var r = Q(t), i = Q(n), a = e(r * i);
		return a === Infinity ? [2, 0] : [a * i * $(t), a * $(n)];
	};
}
function _l(e) {
	return function(t, n) {
		var r = Qs(t * t + n * n), i = e(r), a = $(i), o = Q(i);
		return [qs(t * a, r * o), tc(r && n * a / r)];
	};
}
var vl = gl(function(e) {
	return Qs(2 / (1 + e));
});
vl.invert = _l(function(e) {
	return 2 * tc(e / 2);
});
var yl = gl(function(e) {
	return (e = ec(e)) && e / $(e);
});
yl.invert = _l(function(e) {
	return e;
});
function bl(e, t) {
	return [e, Ys($s((Bs + t) / 2))];
}
bl.invert = function(e, t) {
	return [e, 2 * Ks(Js(t)) - Bs];
};
function xl() {
	return Sl(bl).scale(961 / Hs);
}
function Sl(e) {
	var t = pl(e), n = t.center, r = t.scale, i = t.translate, a = t.clipExtent, o = null, s, c, l;
	t.scale = function(e) {
		return arguments.length ? (r(e), u()) : r();
	}, t.translate = function(e) {
		return arguments.length ? (i(e), u()) : i();
	}, t.center = function(e) {
		return arguments.length ? (n(e), u()) : n();
	}, t.clipExtent = function(e) {
		return arguments.length ? (e == null ? o = s = c = l = null : (o = +e[0][0], s = +e[0][1], c = +e[1][0], l = +e[1][1]), u()) : o == null ? null : [[o, s], [c, l]];
	};
	function u() {
		var n = Z * r(), i = t(Sc(t.rotate()).invert([0, 0]));
		return a(o == null ? [[i[0] - n, i[1] - n], [i[0] + n, i[1] + n]] : e === bl ? [[Math.max(i[0] - n, o), s], [Math.min(i[0] + n, c), l]] : [[o, Math.max(i[1] - n, s)], [c, Math.min(i[1] + n, l)]]);
	}
	return u();
}
function Cl(e) {
	return $s((Bs + e) / 2);
}
function wl(e, t) {
	var n = Q(e), r = e === t ? $(e) : Ys(n / Q(t)) / Ys(Cl(t) / Cl(e)), i = n * Xs(Cl(e), r) / r;
	if (!r) return bl;
	function a(e, t) {
		i > 0 ? t < -Bs + X && (t = -Bs + X) : t > Bs - X && (t = Bs - X);
		var n = i / Xs(Cl(t), r);
		return [n * $(r * e), i - n * Q(r * e)];
	}
	return a.invert = function(e, t) {
		var n = i - t, a = Zs(r) * Qs(e * e + n * n), o = qs(e, Gs(n)) * Zs(n);
		return n * r < 0 && (o -= Z * Zs(e) * Zs(n)), [o / r, 2 * Ks(Xs(i / a, 1 / r)) - Bs];
	}, a;
}
function Tl() {
	return hl(wl).scale(109.5).parallels([30, 30]);
}
function El(e, t) {
	return [e, t];
}
El.invert = El, Qs(3) / 2;
var Dl = 1e3;
function Ol(e) {
	let t = e.map((e) => e.lon), n = e.map((e) => e.lat), [r, i] = [Math.min(...t), Math.max(...t)], [a, o] = [Math.min(...n), Math.max(...n)], s = i - r > 8 || o - a > 6 ? Tl().rotate([-(r + i) / 2, 0]).parallels([a + (o - a) / 6, o - (o - a) / 6]) : xl();
	s.scale(1).translate([0, 0]);
	let [c, l, u, d] = kl(e.map((e) => s([e.lon, e.lat]) ?? [0, 0])), f = Dl / Math.max(u - c, d - l, 1e-9);
	return s.scale(f).translate([-(c + u) / 2 * f, -(l + d) / 2 * f]).precision(0);
}
function kl(e) {
	let t = e.map((e) => e[0]), n = e.map((e) => e[1]);
	return [
		Math.min(...t),
		Math.min(...n),
		Math.max(...t),
		Math.max(...n)
	];
}
function Al(e, t, n = [], r = 1.9) {
	let i = e.map((e, t) => t).sort((e, n) => (t[n] ?? 0) - (t[e] ?? 0) || e - n), a = i.slice(0, Math.max(2, Math.ceil(i.length / 2))), o = (t) => jl(a.map((n) => e[n][t])), [s, c] = [o(0), o(1)], l = e.map((e) => Math.hypot(e[0] - s, e[1] - c)), u = r * jl(l);
	return kl(e.filter((e, t) => l[t] <= u || n.includes(t)));
}
function jl(e) {
	let t = [...e].sort((e, t) => e - t);
	return t[t.length >> 1] ?? 0;
}
function Ml([e, t, n, r], i, a, o = 40) {
	let s = Math.min((i - 2 * o) / Math.max(n - e, 1), (a - 2 * o) / Math.max(r - t, 1));
	return {
		k: s,
		x: i / 2 - s * (e + n) / 2,
		y: a / 2 - s * (t + r) / 2
	};
}
function Nl(e, t) {
	let n = t[Math.floor(t.length / 2)];
	if (!n) return 1;
	let [r, i] = [e([n.lon, n.lat]), e([n.lon, n.lat + .01])];
	return r && i ? 1111.95 / Math.max(1e-9, Math.hypot(r[0] - i[0], r[1] - i[1])) : 1;
}
// src/player/painter.ts
var Pl = 24, Fl = 2160, Il = class {
	ground;
	canvas;
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
	sprites;
	pen;
	land = document.createElement("canvas");
	stale = !0;
	first = {
		k: 1,
		x: 0,
		y: 0
	};
	sitesKey = "";
	news = [];
	constructor(e, t, n, r, i) {
		this.ground = e, this.canvas = t, this.reel = r;
		let { stage: a } = r;
		this.pen = t.getContext("2d"), this.projection = Ol(a.sites), this.points = a.sites.map((e) => this.projection([e.lon, e.lat]) ?? [0, 0]), this.base = new Fo(a, this.projection, Nl(this.projection, a.sites), this.points), this.names = new ss(n, a, this.points, this.base.names, i), this.crowd = new Go(r, this.points, a.authorities), this.signals = new ys(r.film.happenings), this.sprites = new ks(a.authorities);
	}
	show(e) {
		this.reel = e, this.crowd = new Go(e, this.points, e.stage.authorities), this.signals = new ys(e.film.happenings);
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
		for (let r of [
			this.canvas,
			this.ground,
			this.land
		]) r.width = Math.round(e * n), r.height = Math.round(t * n);
		this.first = this.home(), this.names.resize(e, t, n), this.sprites.scale(n, this.crowd.marks), this.stale = !0;
	}
	home(e = !1) {
		let { sites: t, authorities: n } = this.reel.stage, r = n.filter((e) => e.contender).map((e) => e.seat), i = e ? Infinity : this.width < 560 ? 1.3 : 1.9;
		return Ml(Al(this.points, t.map((e) => e.worth), r, i), this.width, this.height, Math.min(48, this.width / 12));
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
		return Ml([
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
		let [i, a] = new qo(r.path, this.points).at((t - r.start) / Math.max(1, r.end - r.start));
		return [i * this.zoom.k + this.zoom.x, a * this.zoom.k + this.zoom.y];
	}
	draw(e) {
		let t = this.grow, n = this.stale;
		n && this.paintLand(t, e.site), this.paintSites(e, t, n);
		let { pen: r } = this;
		r.setTransform(1, 0, 0, 1, 0, 0), r.clearRect(0, 0, this.canvas.width, this.canvas.height), r.setTransform(this.ratio, 0, 0, this.ratio, 0, 0), r.lineJoin = "round";
		let i = this.crowd.move(e.minute, this.zoom, t, e.ease, (t) => e.layer < 0 || t.face.lead === e.layer);
		this.paintMarches(e);
		for (let e of this.news) is(r, e);
		for (let t of this.crowd.marks) t.shown && this.inView(t.x, t.y) && this.sprites.unit(r, t, t.index === e.track);
		return (!e.still || e.lasting > 0) && this.paintSignals(e), this.paintChosen(e), i;
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
	paintMarches({ track: e }) {
		let t = this.crowd.marks.filter((e) => e.shown && e.leg);
		for (let n of t) {
			let r = n.index === e;
			(r || t.length <= Pl) && ls(this.pen, this.way(n), this.lookOf(n.face.lead), r);
		}
	}
	way(e) {
		return e.leg.path.map((t) => this.at(t) ?? [e.x, e.y]);
	}
	paintSites(e, t, n) {
		let { sites: r } = this.reel.stage, i = [], a = "";
		for (let n = 0; n < r.length; n++) {
			let o = this.at(n);
			if (!this.inView(...o)) continue;
			let s = this.siteLook(n, o, e, ts(r[n], t));
			s.sure = Math.round(s.sure * 12) / 12, a += `${n}.${s.look}.${+!!s.contested}${+!!s.unknown}${s.sure},`, i.push(s);
		}
		if (this.news = i.filter((e) => e.fresh < 1), a === this.sitesKey && !n) return;
		this.sitesKey = a;
		let o = this.ground.getContext("2d");
		o.setTransform(1, 0, 0, 1, 0, 0), o.drawImage(this.land, 0, 0), o.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
		for (let e of i) ns(o, e);
	}
	siteLook(e, [t, n], { minute: r, layer: i, lasting: a, still: o }, s) {
		if (i < 0) {
			let i = this.reel.hold(e, r), c = o || i.since === 0 || a <= 0 ? 1 : Math.min(1, (r - i.since) / a);
			return {
				x: t,
				y: n,
				r: s,
				look: this.lookOf(i.holder),
				contested: i.contested,
				fresh: c,
				sure: 1,
				unknown: !1
			};
		}
		let { holder: c, news: l } = this.reel.belief(i, e, r), u = l < 0 ? 0 : Math.max(0, 1 - (r - l) / Fl);
		return {
			x: t,
			y: n,
			r: s,
			look: this.lookOf(c),
			contested: !1,
			fresh: 1,
			sure: u,
			unknown: l < 0 && c < 0
		};
	}
	paintSignals({ minute: e, lasting: t, layer: n }) {
		for (let r of this.signals.recent(e, t)) {
			let i = (e - r.minute) / t;
			if (r.kind === "fight") {
				let e = this.at(r.site);
				e && n < 0 && hs(this.pen, e, r.strength * this.grow, i);
			} else (n < 0 || r.authority === n) && this.paintWire(r, i);
		}
	}
	paintWire(e, t) {
		let n = this.lookOf(e.authority), r = this.where(e.unit, e.minute), i = this.at(e.site);
		if (e.kind === "shell") {
			i && ms(this.pen, r ?? [i[0] - 60, i[1] + 40], i, n, t);
			return;
		}
		let a = this.at(this.reel.seat(e.authority, e.minute)), o = r ?? i;
		a && o && Math.hypot(a[0] - o[0], a[1] - o[1]) > 4 && ds(this.pen, a, o, n, e.fate, t);
	}
	paintChosen({ site: e, track: t, minute: n }) {
		let r = this.crowd.marks[t], i = r?.shown ? [r.x, r.y] : t >= 0 ? this.where(t, n) : this.at(e);
		if (!i) return;
		let { pen: a } = this;
		a.beginPath(), a.arc(...i, r?.shown ? r.r + 6 : 13 * this.grow, 0, 2 * Math.PI), a.strokeStyle = "#FFFFFF", a.lineWidth = 5, a.stroke(), a.strokeStyle = "#0B5CAD", a.lineWidth = 2.4, a.stroke();
	}
	siteUnder(e, t) {
		let n = this.grow, r = -1, i = 14;
		return this.points.forEach((a, o) => {
			let s = this.at(o), c = Math.hypot(s[0] - e, s[1] - t) - ts(this.reel.stage.sites[o], n) * .5;
			c < i && ([r, i] = [o, c]);
		}), r;
	}
}, Ll = /* @__PURE__ */ W("<div class=\"hint s1f2m\" aria-hidden=\"true\"> </div>"), Rl = /* @__PURE__ */ W("<div class=\"frame s1f2m\"><canvas class=\"under s1f2m\" aria-hidden=\"true\"></canvas> <canvas role=\"img\" class=\"s1f2m\"></canvas> <canvas class=\"over s1f2m\" aria-hidden=\"true\"></canvas> <!></div>");
function zl(e, t) {
	Ve(t, !0);
	let n = ji(t, "show", 7), r, i, a, o, s = null, c = /* @__PURE__ */ P(null), l = 0, u = 0, d = !0, f;
	function p(e, t) {
		t && (d = !1, n().follow = !1), s?.look(e), F(c, null), m();
	}
	function m() {
		l ||= requestAnimationFrame(h);
	}
	function h(e) {
		if (l = 0, !s) return;
		let t = u ? (e - u) / 1e3 : 0;
		n().pass(t), n().follow && n().track >= 0 && g();
		let r = n().still || t > .5 || !u ? 1 : 1 - Math.exp(-t * 9), { now: i, layer: a, site: o, track: c, still: d } = n(), f = s.draw({
			minute: i,
			layer: a,
			site: o,
			track: c,
			still: d,
			ease: r,
			lasting: Math.max(14, n().speed)
		});
		u = n().playing || f ? e : 0, u && m();
	}
	function g() {
		let e = s.where(n().track, n().now);
		if (!e) return;
		let { k: t, x: r, y: i } = s.zoom;
		v({
			k: t,
			x: r + s.width / 2 - e[0],
			y: i + s.height / 2 - e[1]
		});
	}
	function _() {
		let e = n().track >= 0 ? s?.where(n().track, n().now) : s?.at(n().site), t = e && s?.reveal(e, n().row < 0);
		t && (d = !1, v(t));
	}
	let v = (e) => f.set(e);
	function y(e) {
		d = !1, f.scaleBy(e);
	}
	function b(e, t) {
		d = !1;
		let { k: n, x: r, y: i } = s.zoom;
		v({
			k: n,
			x: r + e,
			y: i + t
		});
	}
	function x() {
		let e = s.home(), t = Math.abs(e.k - s.zoom.k) < 1e-6 && Math.abs(e.x - s.zoom.x) < 1;
		d = !t, v(t ? s.home(!0) : e);
	}
	function S() {
		if (!s) return;
		let { clientWidth: e, clientHeight: t } = o;
		if (!e || !t) return;
		let { k: n, x: r, y: i } = s.zoom, [a, c] = [(e - s.width) / 2, (t - s.height) / 2];
		s.resize(e, t, Math.min(3, window.devicePixelRatio || 1));
		let l = s.home();
		f.between(Math.min(l.k, s.home(!0).k) * .6, l.k * 24), v(d ? l : {
			k: n,
			x: r + a,
			y: i + c
		});
	}
	function C(e) {
		let t = i.getBoundingClientRect(), [n, r] = [e.clientX - t.left, e.clientY - t.top], a = s?.crowd.under(n, r);
		return {
			track: a?.index ?? -1,
			site: a ? -1 : s?.siteUnder(n, r) ?? -1
		};
	}
	function w(e) {
		if (e.buttons) return;
		let { site: r, track: a } = C(e), o = a >= 0 ? t.speech.body(n().reel.bodies[a]?.track) : r >= 0 ? t.speech.site(r) : "", s = i.getBoundingClientRect();
		F(c, o ? {
			x: e.clientX - s.left,
			y: e.clientY - s.top,
			text: o
		} : null, !0), i.style.cursor = o ? "pointer" : "grab";
	}
	function T(e) {
		let { site: t, track: r } = C(e);
		r >= 0 ? n().pickTrack(r) : t >= 0 ? n().pickSite(t) : n().clear();
	}
	Mi(() => {
		s = new Il(r, i, a, n().reel, t.speech.words), f = new Co(i, p);
		let e = f.hold(), c = new ResizeObserver(S);
		return c.observe(o), S(), () => {
			e(), c.disconnect(), cancelAnimationFrame(l);
		};
	}), hn(() => {
		let { words: e } = t.speech;
		s?.speak(e), sr(m);
	}), hn(() => {
		let { reel: e } = n();
		s?.show(e), sr(m);
	}), hn(() => {
		n().calls, n().playing, n().layer, n().site, n().track, n().follow, n().speed, sr(m);
	}), hn(() => {
		n().choices && sr(_), sr(m);
	}), hn(() => {
		n().site, sr(() => s && s.look(s.zoom));
	});
	var E = {
		zoomBy: y,
		panBy: b,
		goHome: x
	}, D = Rl(), ee = I(D);
	Oi(ee, (e) => r = e, () => r);
	var O = R(ee, 2);
	Oi(O, (e) => i = e, () => i);
	var te = R(O, 2);
	Oi(te, (e) => a = e, () => a);
	var ne = R(te, 2), re = (e) => {
		var t = Ll();
		let n;
		var r = L(t, !0);
		z(() => {
			n = ti(t, "", n, {
				left: `${H(c).x ?? ""}px`,
				top: `${H(c).y ?? ""}px`
			}), K(r, H(c).text);
		}), G(e, t);
	};
	return q(ne, (e) => {
		H(c) && e(re);
	}), j(D), Oi(D, (e) => o = e, () => o), z((e) => Y(O, "aria-label", e), [() => t.speech.words.t("map_of", { place: t.speech.words.pick(n().page.stage.title) })]), U("pointermove", O, w), mr("pointerleave", O, () => F(c, null)), U("click", O, T), G(e, D), He(E);
}
hr(["pointermove", "click"]);
// src/player/scrub.ts
function Bl(e, t, n = 14) {
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
function Vl(e, t, n, r = 26) {
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
function Hl(e, t, n, r) {
	let i = n / Math.max(1, e.length), a = "";
	for (let n = 0; n < e.length; n++) {
		let o = t > 0 ? Math.sqrt(e[n] / t) * r : 0;
		o > 0 && (a += `M${(n * i).toFixed(1)},${r}v${(-o).toFixed(1)}h${Math.max(.6, i - .7).toFixed(1)}V${r}z`);
	}
	return a;
}
// src/player/Scrubber.svelte
var Ul = /* @__PURE__ */ W("<span class=\"many sjx9h\" aria-hidden=\"true\"> </span>"), Wl = /* @__PURE__ */ W("<button type=\"button\" class=\"flag sjx9h\"><svg width=\"12\" height=\"16\" viewBox=\"0 0 12 16\" aria-hidden=\"true\" class=\"sjx9h\"><path d=\"M2 0v16\" stroke=\"currentColor\" stroke-width=\"1.6\"></path><path d=\"M2 1h9l-2.500 3.200L11 7.500H2z\" fill=\"currentColor\"></path></svg> <!></button>"), Gl = /* @__PURE__ */ W("<p class=\"sjx9h\"><span class=\"sjx9h\"> </span> </p>"), Kl = /* @__PURE__ */ W("<div class=\"note sjx9h\" aria-hidden=\"true\"><b class=\"sjx9h\"> </b> <!></div>"), ql = /* @__PURE__ */ W("<div class=\"marks sjx9h\" role=\"group\"><!> <!></div>"), Jl = /* @__PURE__ */ wr("<rect y=\"0\" fill=\"var(--sand)\"></rect>"), Yl = /* @__PURE__ */ W("<button type=\"button\"> </button>"), Xl = /* @__PURE__ */ W("<div class=\"scrubber sjx9h\"><!> <div class=\"strip sjx9h\"><svg aria-hidden=\"true\" class=\"sjx9h\"><g><!><path fill=\"#CFC5B0\"></path><path fill=\"#7A2E1D\" opacity=\".75\"></path><line x1=\"0\" stroke=\"var(--rule)\"></line><rect y=\"0\" fill=\"#fbf8f1\" opacity=\".6\"></rect></g></svg> <input type=\"range\" min=\"0\" step=\"1\" class=\"sjx9h\"/></div> <div class=\"days sjx9h\" role=\"group\"></div></div>");
function Zl(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ P(800), r = /* @__PURE__ */ P(null), i = /* @__PURE__ */ M(() => t.speech.words), a = /* @__PURE__ */ M(() => Math.max(40, H(n) - 24)), o = /* @__PURE__ */ M(() => Math.max(20, Math.min(240, Math.round(H(a) / 5)))), s = /* @__PURE__ */ M(() => qa(t.show.happenings, t.show.minutes, H(o), t.show.bars.main)), c = /* @__PURE__ */ M(() => Math.max(1, ...H(s).all)), l = /* @__PURE__ */ M(() => Bl(t.speech.calendar, t.show.minutes, Math.max(4, Math.floor(H(a) / 30)))), u = /* @__PURE__ */ M(() => Vl(t.show.page.stage.marks, t.show.minutes, H(a))), d = (e) => e / Math.max(1, t.show.minutes) * H(a);
	function f(e) {
		return e.marks.map((e) => `${t.speech.moment(e.minute)}: ${H(i).pick(e.title)}`).join("; ");
	}
	function p(e, n) {
		return n > 92 ? t.speech.calendar.short(e, H(i)) : String(t.speech.calendar.date(e).day);
	}
	var m = Xl(), h = I(m), g = (e) => {
		var a = ql(), o = I(a);
		J(o, 17, () => H(u), (e) => e.at, (e, n) => {
			var i = Wl();
			let a;
			var o = R(I(i), 2), s = (e) => {
				var t = Ul(), r = L(t, !0);
				z(() => K(r, H(n).marks.length)), G(e, t);
			};
			q(o, (e) => {
				H(n).marks.length > 1 && e(s);
			}), j(i), z((e) => {
				Y(i, "aria-label", e), a = ti(i, "", a, { left: `${12 + H(n).at}px` });
			}, [() => f(H(n))]), U("click", i, () => t.show.seek(H(n).marks[0].minute)), mr("mouseenter", i, () => F(r, H(n), !0)), mr("mouseleave", i, () => F(r, null)), mr("focus", i, () => F(r, H(n), !0)), mr("blur", i, () => F(r, null)), U("keydown", i, (e) => e.key === "Escape" && F(r, null)), G(e, i);
		});
		var s = R(o, 2), c = (e) => {
			var a = Kl();
			let o;
			var s = I(a), c = L(s, !0);
			J(R(s, 2), 17, () => H(r).marks, (e) => e.id, (e, n) => {
				var r = Gl(), a = I(r), o = L(a, !0), s = R(a);
				j(r), z((e, t) => {
					K(o, e), K(s, ` ${t ?? ""}`);
				}, [() => t.speech.moment(H(n).minute), () => H(i).pick(H(n).title)]), G(e, r);
			}), j(a), z((e, t) => {
				o = ti(a, "", o, { left: e }), K(c, t);
			}, [() => `${Math.min(Math.max(H(r).at + 12, 140), Math.max(140, H(n) - 140))}px`, () => H(i).t("marks")]), G(e, a);
		};
		q(s, (e) => {
			H(r) && e(c);
		}), j(a), z((e) => Y(a, "aria-label", e), [() => H(i).t("marks")]), G(e, a);
	};
	q(h, (e) => {
		H(u).length && e(g);
	});
	var _ = R(h, 2), v = I(_);
	Y(v, "height", 40);
	var y = I(v);
	Y(y, "transform", "translate(12,0)");
	var b = I(y);
	J(b, 19, () => H(l), (e) => e.minute, (e, t, n) => {
		var r = Er(), i = nn(r), a = (e) => {
			var n = Jl();
			Y(n, "height", 40), z((e, t) => {
				Y(n, "x", e), Y(n, "width", t);
			}, [() => d(H(t).minute), () => Math.max(0, d(H(t).until) - d(H(t).minute))]), G(e, n);
		};
		q(i, (e) => {
			H(n) % 2 && e(a);
		}), G(e, r);
	});
	var x = R(b), S = R(x), C = R(S);
	Y(C, "y1", 39.5), Y(C, "y2", 39.5);
	var w = R(C);
	Y(w, "height", 40), j(y), j(v);
	var T = R(v, 2);
	pi(T), j(_);
	var E = R(_, 2);
	J(E, 21, () => H(l), (e) => e.minute, (e, n) => {
		let r = /* @__PURE__ */ M(() => d(H(n).until) - d(H(n).minute));
		var a = Er(), o = nn(a), s = (e) => {
			var a = Yl();
			let o, s;
			var c = L(a, !0);
			z((e, i, l) => {
				Y(a, "aria-current", t.show.shown >= H(n).minute && t.show.shown < H(n).until ? "date" : void 0), Y(a, "aria-label", e), o = $r(a, 1, "sjx9h", null, o, { now: t.show.shown >= H(n).minute && t.show.shown < H(n).until }), s = ti(a, "", s, {
					left: i,
					width: `${H(r) ?? ""}px`
				}), K(c, l);
			}, [
				() => t.speech.calendar.short(H(n).minute, H(i)),
				() => `${12 + d(H(n).minute)}px`,
				() => p(H(n).minute, H(r))
			]), U("click", a, () => t.show.seek(H(n).minute)), G(e, a);
		};
		q(o, (e) => {
			H(r) >= 24 && e(s);
		}), G(e, a);
	}), j(E), j(m), z((e, r, i, o, s, c, l) => {
		Y(v, "width", H(n)), Y(x, "d", e), Y(S, "d", r), Y(C, "x2", H(a)), Y(w, "x", i), Y(w, "width", o), Y(T, "max", t.show.minutes), mi(T, t.show.shown), Y(T, "aria-label", s), Y(T, "aria-valuetext", c), Y(E, "aria-label", l);
	}, [
		() => Hl(H(s).all, H(c), H(a), 40),
		() => Hl(H(s).chief, H(c), H(a), 40),
		() => d(t.show.shown),
		() => Math.max(0, H(a) - d(t.show.shown)),
		() => H(i).t("time"),
		() => t.speech.moment(t.show.shown),
		() => H(i).t("days")
	]), U("input", T, (e) => t.show.seek(Number(e.currentTarget.value))), U("keydown", T, (e) => {
		let n = {
			ArrowLeft: -15,
			ArrowDown: -15,
			ArrowRight: 15,
			ArrowUp: 15,
			PageUp: 360,
			PageDown: -360
		}[e.key];
		n !== void 0 && (e.preventDefault(), e.stopPropagation(), t.show.seek(t.show.shown + n * (e.shiftKey ? 4 : 1)));
	}), Ei(m, "clientWidth", (e) => F(n, e)), G(e, m), He();
}
hr([
	"click",
	"keydown",
	"input"
]);
// src/player/speech.ts
var Ql = class {
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
}, $l = /* @__PURE__ */ W("<button type=\"button\" class=\"s1huc\"> </button>"), eu = /* @__PURE__ */ W("<tr><th scope=\"row\" class=\"s1huc\"><button type=\"button\" class=\"s1huc\"> </button></th><td class=\"s1huc\"><!> </td><td class=\"when s1huc\"> </td></tr>"), tu = /* @__PURE__ */ W("<thead class=\"s1huc\"><tr><th scope=\"col\" class=\"s1huc\"> </th><th scope=\"col\" class=\"s1huc\"> </th><th scope=\"col\" class=\"s1huc\"> </th></tr></thead> <tbody></tbody>", 1), nu = /* @__PURE__ */ W("<tr><th scope=\"row\" class=\"s1huc\"><button type=\"button\" class=\"s1huc\"> </button></th><td class=\"s1huc\"> </td><td class=\"n s1huc\"> </td><td class=\"n s1huc\"> </td></tr>"), ru = /* @__PURE__ */ W("<thead class=\"s1huc\"><tr><th scope=\"col\" class=\"s1huc\"> </th><th scope=\"col\" class=\"s1huc\"> </th><th scope=\"col\" class=\"n s1huc\"> </th><th scope=\"col\" class=\"n s1huc\"> </th></tr></thead> <tbody></tbody>", 1), iu = /* @__PURE__ */ W("<tr><td class=\"when s1huc\"> </td><td class=\"s1huc\"><button type=\"button\" class=\"s1huc\"> </button></td></tr>"), au = /* @__PURE__ */ W("<thead class=\"s1huc\"><tr><th scope=\"col\" class=\"s1huc\"> </th><th scope=\"col\" class=\"s1huc\"> </th></tr></thead> <tbody></tbody>", 1), ou = /* @__PURE__ */ W("<div class=\"leaves s1huc\"><button type=\"button\" class=\"s1huc\"> </button> <span> </span> <button type=\"button\" class=\"s1huc\"> </button></div>"), su = /* @__PURE__ */ W("<div class=\"tables s1huc\"><div class=\"which s1huc\" role=\"group\"></div> <div class=\"scroll s1huc\" role=\"region\" tabindex=\"0\"><table class=\"s1huc\"><caption class=\"s1huc\"> </caption><!></table></div> <!></div>");
function cu(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ P("sites"), r = /* @__PURE__ */ P(0), i = /* @__PURE__ */ M(() => t.speech.words), a = /* @__PURE__ */ M(() => t.show.page.stage), o = (e) => H(a).authorities[e]?.look ?? -1, s = (e) => e.reduce((e, t) => e + t, 0), c = /* @__PURE__ */ M(() => H(n) === "units" ? t.show.reel.bodies.map((e, t) => ({
		body: e,
		track: t
	})).filter(({ body: e }) => e.there(t.show.shown)) : []), l = /* @__PURE__ */ M(() => H(n) === "sites" ? H(a).sites.length : H(n) === "units" ? H(c).length : t.show.listed.rows.length), u = /* @__PURE__ */ M(() => Math.max(1, Math.ceil(H(l) / 100))), d = /* @__PURE__ */ M(() => Math.min(H(r), H(u) - 1));
	function f(e) {
		F(n, e, !0), F(r, 0);
	}
	var p = su(), m = I(p);
	J(m, 20, () => [
		"sites",
		"units",
		"events"
	], (e) => e, (e, t) => {
		var r = $l(), a = L(r, !0);
		z((e) => {
			Y(r, "aria-pressed", H(n) === t), K(a, e);
		}, [() => H(i).t(`table_${t}`)]), U("click", r, () => f(t)), G(e, r);
	}), j(m);
	var h = R(m, 2), g = I(h), _ = I(g), v = L(_), y = R(_), b = (e) => {
		var n = tu(), r = nn(n), s = I(r), c = I(s), l = L(c, !0), u = R(c), f = L(u, !0), p = L(R(u), !0);
		j(s), j(r);
		var m = R(r, 2);
		J(m, 23, () => H(a).sites.slice(H(d) * 100, (H(d) + 1) * 100), (e) => e.id, (e, n, r) => {
			let a = /* @__PURE__ */ M(() => t.show.reel.hold(H(d) * 100 + H(r), t.show.shown));
			var s = eu(), c = I(s), l = I(c), u = L(l, !0);
			j(c);
			var f = R(c), p = I(f);
			{
				let e = /* @__PURE__ */ M(() => o(H(a).holder));
				ua(p, {
					get look() {
						return H(e);
					},
					size: 12
				});
			}
			var m = R(p);
			j(f);
			var h = L(R(f), !0);
			j(s), z((e, t, n, r) => {
				K(u, e), K(m, ` ${t ?? ""}${n ?? ""}`), K(h, r);
			}, [
				() => H(i).pick(H(n).title),
				() => t.speech.authority(H(a).holder),
				() => H(a).contested ? `, ${H(i).t("contested")}` : "",
				() => t.speech.moment(H(a).since)
			]), U("click", l, () => t.show.pickSite(H(d) * 100 + H(r))), G(e, s);
		}), j(m), z((e, t, n) => {
			K(l, e), K(f, t), K(p, n);
		}, [
			() => H(i).t("place"),
			() => H(i).t("holder"),
			() => H(i).t("since_when")
		]), G(e, n);
	}, x = (e) => {
		var n = ru(), r = nn(n), o = I(r), l = I(o), u = L(l, !0), f = R(l), p = L(f, !0), m = R(f), h = L(m, !0), g = L(R(m), !0);
		j(o), j(r);
		var _ = R(r, 2);
		J(_, 21, () => H(c).slice(H(d) * 100, (H(d) + 1) * 100), ({ body: e, track: t }) => t, (e, n) => {
			let r = () => H(n).body, o = () => H(n).track, c = /* @__PURE__ */ M(() => r().men(t.show.shown, H(a).authorities.length)), l = /* @__PURE__ */ M(() => r().leg(t.show.shown));
			var u = nu(), d = I(u), f = I(d), p = L(f, !0);
			j(d);
			var m = R(d), h = L(m, !0), g = R(m), _ = L(g, !0), v = L(R(g), !0);
			j(u), z((e, t, n, r) => {
				K(p, e), K(h, t), K(_, n), K(v, r);
			}, [
				() => t.speech.body(r().track),
				() => H(l) ? H(i).t("on_the_way", { site: t.speech.site(H(l).path.at(-1)) }) : t.speech.site(r().site(t.show.shown)),
				() => H(i).number(s(H(c).acting)),
				() => H(i).number(Math.max(s(H(c).acting), s(H(c).standing)))
			]), U("click", f, () => t.show.pickTrack(o())), G(e, u);
		}), j(_), z((e, t, n, r) => {
			K(u, e), K(p, t), K(h, n), K(g, r);
		}, [
			() => H(i).t("unit"),
			() => H(i).t("place"),
			() => H(i).t("acting"),
			() => H(i).t("men")
		]), G(e, n);
	}, S = (e) => {
		var n = au(), r = nn(n), a = I(r), o = I(a), s = L(o, !0), c = L(R(o), !0);
		j(a), j(r);
		var l = R(r, 2);
		J(l, 20, () => t.show.listed.rows.slice(H(d) * 100, (H(d) + 1) * 100), (e) => e, (e, n) => {
			var r = iu(), i = I(r), a = L(i, !0), o = R(i), s = I(o), c = L(s, !0);
			j(o), j(r), z((e, t) => {
				K(a, e), K(c, t);
			}, [() => t.speech.moment(t.show.happenings[n].minute), () => t.speech.sentence(t.show.happenings[n])]), U("click", s, () => t.show.visit(n)), G(e, r);
		}), j(l), z((e, t) => {
			K(s, e), K(c, t);
		}, [() => H(i).t("time"), () => H(i).t("event")]), G(e, n);
	};
	q(y, (e) => {
		H(n) === "sites" ? e(b) : H(n) === "units" ? e(x, 1) : e(S, -1);
	}), j(g), j(h);
	var C = R(h, 2), w = (e) => {
		var t = ou(), n = I(t), a = L(n, !0), o = R(n, 2), s = L(o, !0), c = R(o, 2), f = L(c, !0);
		j(t), z((e, t, r) => {
			n.disabled = H(d) === 0, K(a, e), K(s, t), c.disabled = H(d) >= H(u) - 1, K(f, r);
		}, [
			() => H(i).t("earlier_rows"),
			() => H(i).t("rows_of", {
				from: H(i).number(H(d) * 100 + 1),
				to: H(i).number(Math.min(H(l), (H(d) + 1) * 100)),
				all: H(i).number(H(l))
			}),
			() => H(i).t("later_rows")
		]), U("click", n, () => F(r, H(d) - 1)), U("click", c, () => F(r, H(d) + 1)), G(e, t);
	};
	q(C, (e) => {
		H(u) > 1 && e(w);
	}), j(p), z((e, t, n, r) => {
		Y(m, "aria-label", e), Y(h, "aria-label", t), K(v, `${n ?? ""}, ${r ?? ""}`);
	}, [
		() => H(i).t("tables"),
		() => H(i).t(`table_${H(n)}`),
		() => H(i).t(`table_${H(n)}`),
		() => t.speech.moment(t.show.shown)
	]), G(e, p), He();
}
hr(["click"]);
// src/player/Transport.svelte
var lu = /* @__PURE__ */ W("<label><input type=\"radio\" class=\"unseen s1w97\" name=\"speed\"/> <span aria-hidden=\"true\" class=\"s1w97\"> </span></label>"), uu = /* @__PURE__ */ W("<fieldset class=\"s1w97\"><legend class=\"unseen\"> </legend> <!> <span class=\"per s1w97\" aria-hidden=\"true\"> </span></fieldset>"), du = /* @__PURE__ */ W("<div class=\"transport s1w97\" role=\"group\"><button type=\"button\" class=\"s1w97\"><!></button> <button type=\"button\" class=\"play s1w97\"><!></button> <button type=\"button\" class=\"s1w97\"><!></button> <button type=\"button\" class=\"s1w97\"><!></button> <!> <button type=\"button\" class=\"keys s1w97\"><!></button></div>");
function fu(e, t) {
	Ve(t, !0);
	let n = [], r = ji(t, "show", 7);
	var i = du(), a = I(i);
	Ga(I(a), { name: "before" }), j(a);
	var o = R(a, 2), s = I(o);
	{
		let e = /* @__PURE__ */ M(() => r().playing ? "pause" : "play");
		Ga(s, { get name() {
			return H(e);
		} });
	}
	j(o);
	var c = R(o, 2);
	Ga(I(c), { name: "next" }), j(c);
	var l = R(c, 2);
	Ga(I(l), { name: "great" }), j(l);
	var u = R(l, 2), d = (e) => {
		var i = uu(), a = I(i), o = L(a, !0), s = R(a, 2);
		J(s, 16, () => Xa, (e) => e, (e, i) => {
			var a = lu();
			let o;
			var s = I(a);
			pi(s);
			var c, l = L(R(s, 2), !0);
			j(a), z((e, t) => {
				Y(a, "title", e), o = $r(a, 1, "s1w97", null, o, { on: r().speed === i }), Y(s, "aria-label", t), c !== (c = i) && (s.value = (s.__value = c) ?? ""), K(l, i);
			}, [() => t.words.t("speed_of", { n: i }), () => t.words.t("speed_of", { n: i })]), bi(n, [], s, () => r().speed, (e) => r().speed = e), G(e, a);
		});
		var c = L(R(s, 2), !0);
		j(i), z((e, t) => {
			K(o, e), K(c, t);
		}, [() => t.words.t("speed"), () => t.words.t("per_second")]), G(e, i);
	};
	q(u, (e) => {
		r().still || e(d);
	});
	var f = R(u, 2);
	Ga(I(f), { name: "keys" }), j(f), j(i), z((e, t, n, r, s, u, d, p, m, h, g) => {
		Y(i, "aria-label", e), Y(a, "aria-label", t), Y(a, "title", n), Y(o, "aria-label", r), Y(o, "title", s), Y(c, "aria-label", u), Y(c, "title", d), Y(l, "aria-label", p), Y(l, "title", m), Y(f, "aria-label", h), Y(f, "title", g);
	}, [
		() => t.words.t("controls"),
		() => t.words.t("before"),
		() => t.words.t("before"),
		() => t.words.t(r().playing ? "pause" : "play"),
		() => t.words.t(r().playing ? "pause" : "play"),
		() => t.words.t("next"),
		() => t.words.t("next"),
		() => t.words.t("next_great"),
		() => t.words.t("next_great"),
		() => t.words.t("keys_title"),
		() => t.words.t("keys_title")
	]), U("click", a, () => r().before()), U("click", o, () => r().toggle()), U("click", c, () => r().next()), U("click", l, () => r().nextGreat()), U("click", f, function(...e) {
		t.onKeys?.apply(this, e);
	}), G(e, i), He();
}
hr(["click"]);
// src/player/Why.svelte
var pu = /* @__PURE__ */ W("<p class=\"because s1kjt\"> </p>"), mu = /* @__PURE__ */ W("<button type=\"button\" class=\"s1kjt\"> </button>"), hu = /* @__PURE__ */ W("<p class=\"sources s1kjt\"> <!></p>"), gu = /* @__PURE__ */ W("<li><button type=\"button\" class=\"when s1kjt\"><!> </button> <p class=\"what s1kjt\"> </p> <!> <!></li>"), _u = /* @__PURE__ */ W("<div class=\"why s1kjt\"><header class=\"s1kjt\"><h3 tabindex=\"-1\" class=\"s1kjt\"> </h3> <button type=\"button\" class=\"close s1kjt\"><!></button></header> <ol class=\"s1kjt\"></ol></div>");
function vu(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ M(() => t.speech.words), r = /* @__PURE__ */ M(() => Ya(t.show.happenings, t.row)), i = /* @__PURE__ */ P(void 0);
	hn(() => {
		t.row, H(i)?.focus({ preventScroll: !0 });
	});
	let a = (e) => e.toLowerCase().replace(/[.\s]+$/, "");
	function o(e) {
		let r = t.show.happenings[e], i = H(n).pick(r.because), o = t.show.happenings[r.trigger];
		return o && a(i).includes(a(t.speech.sentence(o))) ? "" : i;
	}
	function s(e) {
		let [, r = ""] = e.split("."), { sites: i, units: a, decisions: o } = t.show.page.stage, s = (e.startsWith("sites.") ? i : e.startsWith("units.") ? a : o).find((e) => e.id === r);
		return s ? H(n).pick(s.title) : e;
	}
	var c = _u(), l = I(c), u = I(l), d = L(u, !0);
	Oi(u, (e) => F(i, e), () => H(i));
	var f = R(u, 2);
	Ga(I(f), { name: "close" }), j(f), j(l);
	var p = R(l, 2);
	J(p, 22, () => H(r), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ M(() => t.show.happenings[r]);
		var c = gu();
		let l;
		var u = I(c), d = I(u), f = (e) => {
			{
				let n = /* @__PURE__ */ M(() => t.show.page.stage.authorities[H(a).authority]?.look ?? -1);
				ua(e, {
					get look() {
						return H(n);
					},
					size: 12
				});
			}
		};
		q(d, (e) => {
			H(a).authority >= 0 && e(f);
		});
		var p = R(d);
		j(u);
		var m = R(u, 2), h = L(m, !0), g = R(m, 2), _ = (e) => {
			var t = pu(), n = L(t, !0);
			z((e) => K(n, e), [() => o(r)]), G(e, t);
		}, v = /* @__PURE__ */ M(() => o(r));
		q(g, (e) => {
			H(v) && e(_);
		});
		var y = R(g, 2), b = (e) => {
			var r = hu(), i = I(r);
			J(R(i), 16, () => H(a).evidence, (e) => e, (e, n) => {
				var r = mu(), i = L(r, !0);
				z((e) => K(i, e), [() => s(n)]), U("click", r, () => t.onEvidence(n)), G(e, r);
			}), j(r), z((e) => K(i, `${e ?? ""}: `), [() => H(n).t("sources")]), G(e, r);
		};
		q(y, (e) => {
			t.onEvidence && H(a).evidence.length && e(b);
		}), j(c), z((e, t) => {
			l = $r(c, 1, "s1kjt", null, l, { first: H(i) === 0 }), K(p, ` ${e ?? ""}`), K(h, t);
		}, [() => t.speech.moment(H(a).minute), () => t.speech.sentence(H(a))]), U("click", u, () => t.show.visit(r)), G(e, c);
	}), j(p), j(c), z((e, t) => {
		K(d, e), Y(f, "aria-label", t);
	}, [() => H(n).t("why"), () => H(n).t("close")]), U("click", f, function(...e) {
		t.onClose?.apply(this, e);
	}), G(e, c), He();
}
hr(["click"]);
// src/player/Player.svelte
var yu = /* @__PURE__ */ W("<button type=\"button\" role=\"tab\"> </button>"), bu = /* @__PURE__ */ W("<!> <!>", 1), xu = /* @__PURE__ */ W("<p class=\"still\"> </p>"), Su = /* @__PURE__ */ W("<section class=\"player\"><div class=\"stage\"><div class=\"map\"><!> <div class=\"corner left\"><!></div> <div class=\"corner right\"><!></div> <div class=\"corner foot\"><!></div> <div class=\"zoom\" role=\"group\"><button type=\"button\"><!></button> <button type=\"button\"><!></button> <button type=\"button\"><!></button></div></div> <div class=\"panel\"><div class=\"tabs\" role=\"tablist\"></div> <div class=\"leaf\" role=\"tabpanel\"><!></div></div> <div class=\"bottom\"><!> <!> <!></div></div> <!> <!></section>");
function Cu(e, t) {
	Ve(t, !0);
	let n = ji(t, "minute", 3, 0), r = [
		"log",
		"details",
		"tables"
	], i = /* @__PURE__ */ M(() => new Yi(t.page.texts, t.language)), a = /* @__PURE__ */ M(() => new Ql(t.page.stage, H(i), new Bi(t.page.stage))), o = sr(() => new Za(t.page, t.film, n())), s, c, l = /* @__PURE__ */ P(-1), u = null;
	hn(() => {
		let e = t.film;
		sr(() => {
			o.load(e), F(l, -1);
		});
	}), hn(() => {
		let e = n();
		sr(() => e !== Math.floor(o.now) && o.seek(e));
	}), hn(() => {
		o.playing || t.onMinute?.(o.shown);
	}), Mi(() => {
		let e = window.matchMedia("(prefers-reduced-motion: reduce)"), t = () => o.still = e.matches;
		return t(), e.addEventListener("change", t), () => e.removeEventListener("change", t);
	});
	function d(e) {
		u = document.activeElement, F(l, e, !0);
	}
	function f() {
		F(l, -1), u?.focus({ preventScroll: !0 });
	}
	function p(e) {
		e.key === "Escape" && H(l) >= 0 ? f() : eo(e, o, s, () => c.open()) && e.preventDefault();
	}
	function m(e) {
		let t = {
			ArrowRight: 1,
			ArrowLeft: -1
		}[e.key];
		t && (e.preventDefault(), e.stopPropagation(), o.tab = r[(r.indexOf(o.tab) + t + r.length) % r.length], document.getElementById(`tab-${o.tab}`)?.focus());
	}
	var h = Su(), g = I(h), _ = I(g), v = I(_);
	Oi(zl(v, {
		get show() {
			return o;
		},
		get speech() {
			return H(a);
		}
	}), (e) => s = e, () => s);
	var y = R(v, 2);
	$i(I(y), {
		get show() {
			return o;
		},
		get speech() {
			return H(a);
		}
	}), j(y);
	var b = R(y, 2);
	co(I(b), {
		get show() {
			return o;
		},
		get words() {
			return H(i);
		}
	}), j(b);
	var x = R(b, 2);
	mo(I(x), {
		get show() {
			return o;
		},
		get words() {
			return H(i);
		}
	}), j(x);
	var S = R(x, 2), C = I(S);
	Ga(I(C), { name: "plus" }), j(C);
	var w = R(C, 2);
	Ga(I(w), { name: "minus" }), j(w);
	var T = R(w, 2);
	Ga(I(T), { name: "home" }), j(T), j(S), j(_);
	var E = R(_, 2), D = I(E);
	J(D, 20, () => r, (e) => e, (e, t) => {
		var n = yu(), r = L(n, !0);
		z((e) => {
			Y(n, "id", `tab-${t ?? ""}`), Y(n, "aria-selected", o.tab === t), Y(n, "aria-controls", `panel-${t ?? ""}`), Y(n, "tabindex", o.tab === t ? 0 : -1), K(r, e);
		}, [() => H(i).t(t)]), U("keydown", n, m), U("click", n, () => o.tab = t), G(e, n);
	}), j(D);
	var ee = R(D, 2), O = I(ee), te = (e) => {
		var n = bu(), r = nn(n);
		xo(r, {
			get show() {
				return o;
			},
			get speech() {
				return H(a);
			},
			onWhy: d
		});
		var i = R(r, 2), s = (e) => {
			vu(e, {
				get show() {
					return o;
				},
				get speech() {
					return H(a);
				},
				get row() {
					return H(l);
				},
				onClose: f,
				get onEvidence() {
					return t.onEvidence;
				}
			});
		};
		q(i, (e) => {
			H(l) >= 0 && e(s);
		}), G(e, n);
	}, ne = (e) => {
		Ua(e, {
			get show() {
				return o;
			},
			get speech() {
				return H(a);
			},
			get onEvidence() {
				return t.onEvidence;
			}
		});
	}, re = (e) => {
		cu(e, {
			get show() {
				return o;
			},
			get speech() {
				return H(a);
			}
		});
	};
	q(O, (e) => {
		o.tab === "log" ? e(te) : o.tab === "details" ? e(ne, 1) : e(re, -1);
	}), j(ee), j(E);
	var ie = R(E, 2), ae = I(ie);
	fu(ae, {
		get show() {
			return o;
		},
		get words() {
			return H(i);
		},
		onKeys: () => c.open()
	});
	var oe = R(ae, 2);
	Zl(oe, {
		get show() {
			return o;
		},
		get speech() {
			return H(a);
		}
	});
	var se = R(oe, 2), ce = (e) => {
		var t = xu(), n = L(t, !0);
		z((e) => K(n, e), [() => H(i).t("step_mode")]), G(e, t);
	};
	q(se, (e) => {
		o.still && e(ce);
	}), j(ie), j(g);
	var le = R(g, 2);
	Oi(io(le, {
		get show() {
			return o;
		},
		get words() {
			return H(i);
		}
	}), (e) => c = e, () => c), go(R(le, 2), {
		get show() {
			return o;
		},
		get speech() {
			return H(a);
		}
	}), j(h), z((e, t, n, r, i, a, s, c, l) => {
		Y(h, "aria-label", e), Y(S, "aria-label", t), Y(C, "aria-label", n), Y(C, "title", r), Y(w, "aria-label", i), Y(w, "title", a), Y(T, "aria-label", s), Y(T, "title", c), Y(D, "aria-label", l), Y(ee, "id", `panel-${o.tab ?? ""}`), Y(ee, "aria-labelledby", `tab-${o.tab ?? ""}`);
	}, [
		() => H(i).t("player"),
		() => H(i).t("zoom"),
		() => H(i).t("zoom_in"),
		() => H(i).t("zoom_in"),
		() => H(i).t("zoom_out"),
		() => H(i).t("zoom_out"),
		() => H(i).t("whole_map"),
		() => H(i).t("whole_map"),
		() => H(i).t("panel")
	]), U("keydown", h, p), U("click", C, () => s.zoomBy(1.5)), U("click", w, () => s.zoomBy(1 / 1.5)), U("click", T, () => s.goHome()), G(e, h), He();
}
hr(["keydown", "click"]);
// src/notebook/Live.svelte
var wu = /* @__PURE__ */ W("<option> </option>"), Tu = /* @__PURE__ */ W("<label> <select class=\"snxh5\"></select></label>"), Eu = /* @__PURE__ */ W("<p role=\"alert\"> </p>"), Du = /* @__PURE__ */ W("<form class=\"snxh5\"><!> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"snxh5\"/></label> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"snxh5\"/></label> <button type=\"submit\" class=\"snxh5\"> </button> <span role=\"status\"> </span></form> <!> <!>", 1);
function Ou(e, t) {
	Ve(t, !0);
	let n = /* @__PURE__ */ M(() => new Yi(t.state.page?.texts ?? {}, t.state.language)), r = (e) => H(n).word("studio", e), i = /* @__PURE__ */ P(Gt(sr(() => t.state.scenario))), a = /* @__PURE__ */ P(Gt(sr(() => t.state.seed))), o = /* @__PURE__ */ P(Gt(sr(() => t.state.run)));
	function s(e) {
		e.preventDefault(), t.state.ask(H(i), H(a), H(o));
	}
	var c = Du(), l = nn(c), u = I(l), d = (e) => {
		var n = Tu(), a = I(n), o = R(a);
		J(o, 21, () => Object.entries(t.state.scenarios), ([e, t]) => e, (e, t) => {
			var n = /* @__PURE__ */ M(() => m(H(t), 2));
			let r = () => H(n)[0], i = () => H(n)[1];
			var a = wu(), o = L(a, !0), s = {};
			z(() => {
				K(o, i()), s !== (s = r()) && (a.value = (a.__value = s) ?? "");
			}), G(e, a);
		}), j(o), ai(o), j(n), z((e) => K(a, `${e ?? ""} `), [() => r("scenario")]), oi(o, () => H(i), (e) => F(i, e)), G(e, n);
	}, f = /* @__PURE__ */ M(() => Object.keys(t.state.scenarios).length > 1);
	q(u, (e) => {
		H(f) && e(d);
	});
	var p = R(u, 2), h = I(p), g = R(h);
	pi(g), j(p);
	var _ = R(p, 2), v = I(_), y = R(v);
	pi(y), j(_);
	var b = R(_, 2), x = L(b, !0), S = L(R(b, 2), !0);
	j(l);
	var C = R(l, 2), w = (e) => {
		var n = Eu(), r = L(n, !0);
		z(() => K(r, t.state.trouble)), G(e, n);
	};
	q(C, (e) => {
		t.state.trouble && e(w);
	});
	var T = R(C, 2), E = (e) => {
		var n = Er();
		Rr(nn(n), () => t.state.page, (e) => {
			Cu(e, {
				get page() {
					return t.state.page;
				},
				film: 0,
				get language() {
					return t.state.language;
				}
			});
		}), G(e, n);
	};
	q(T, (e) => {
		t.state.page && e(E);
	}), z((e, n, r, i) => {
		K(h, `${e ?? ""} `), K(v, `${n ?? ""} `), b.disabled = t.state.busy, K(x, r), K(S, i);
	}, [
		() => r("seed"),
		() => r("number"),
		() => r("watch"),
		() => t.state.busy ? r("loading") : ""
	]), mr("submit", l, s), vi(g, () => H(a), (e) => F(a, e)), vi(y, () => H(o), (e) => F(o, e)), G(e, c), He();
}
// src/notebook/widget.ts
var ku = ":root{--paper:#fbf8f1;--page:#fff;--sand:#f1ebdd;--rule:#d9d0bd;--ink:#23201b;--soft:#5c564b;--land:#f6f2e9;--water:#dfeaf0;--side-0:#c04f00;--side-1:#0072b2;--side-x:#6b6b6b;--accent:#7a2e1d;--focus:#0b5cad;--serif:\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", \"Book Antiqua\", Georgia, \"PT Serif\", serif;--sans:system-ui, -apple-system, \"Segoe UI\", \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif;--small:.8125rem;--step:.5rem;--round:6px;--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light}*,:before,:after{box-sizing:border-box}body{background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-text-size-adjust:100%;margin:0}h1,h2,h3{font-family:var(--serif);text-wrap:balance;margin:0;font-weight:600;line-height:1.2}button,select,input{font:inherit;color:inherit}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}.unseen{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;margin:-1px;position:absolute;overflow:hidden}@media (prefers-reduced-motion:reduce){*,:before,:after{scroll-behavior:auto!important;transition:none!important;animation:none!important}}.clock.s196g{border:1px solid var(--rule);border-radius:var(--round);font-family:var(--serif);pointer-events:none;background:#fbf8f1eb;padding:.5rem .9rem .6rem}.hour.s196g{font-variant-numeric:tabular-nums lining-nums;letter-spacing:.01em;font-size:2.1rem;line-height:1.05}p.s196g{margin:0;line-height:1.3}.day.s196g:first-letter{text-transform:uppercase}.other.s196g,.style.s196g{color:var(--soft);font-size:var(--small)}.style.s196g{font-style:italic}@container player (width<=720px){.clock.s196g{padding:.3rem .6rem .35rem}.hour.s196g{font-size:1.5rem}p.s196g{font-size:var(--small)}}svg.sk1sk{vertical-align:-.12em;flex:none}.card h3{margin-bottom:.3rem;font-size:1.25rem}.card h4{font-size:var(--small);color:var(--soft);margin:.9rem 0 .2rem;font-weight:600}.card p{margin:.15rem 0}.card .line{font-family:var(--serif)}.card .soft{color:var(--soft);font-size:var(--small)}.card ul{margin:0;padding:0;font-size:.9rem;list-style:none}.card li{padding:.1rem 0}.card table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.875rem}.card th,.card td{border-bottom:1px solid var(--rule);text-align:left;padding:.25rem .3rem .25rem 0;font-weight:400}.card .n{text-align:right;font-variant-numeric:tabular-nums}.card .link{min-height:24px;color:var(--focus);text-align:left;text-underline-offset:2px;cursor:pointer;background:0 0;border:0;padding:0;text-decoration:underline}.card .acts{flex-wrap:wrap;gap:.4rem;margin-top:.9rem;display:flex}.card .acts button{border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:4px;min-height:32px;padding:.2rem .7rem}.card .acts button:hover{border-color:var(--soft)}.card .acts button[aria-pressed=true]{background:var(--ink);color:#fff}.details.s2w7z{flex:1;min-height:0;padding:.7rem .9rem 1rem;overflow-y:auto}.pick.s2w7z{grid-template-columns:1fr 1fr;gap:.6rem;margin-bottom:.8rem;display:grid}label.s2w7z{color:var(--soft);font-size:var(--small);gap:.15rem;min-width:0;display:grid}select.s2w7z{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:30px;color:var(--ink);border-radius:4px}.empty.s2w7z{color:var(--soft);font-family:var(--serif)}dialog.syiqt{border:1px solid var(--rule);background:var(--paper);width:min(34rem,100vw - 2rem);max-height:calc(100dvh - 2rem);color:var(--ink);border-radius:10px;padding:1rem 1.2rem 1.2rem}dialog.syiqt::backdrop{background:#23201b73}header.syiqt{justify-content:space-between;align-items:center;display:flex}h2.syiqt{font-size:1.35rem}button.syiqt{cursor:pointer;background:0 0;border:0;place-items:center;width:32px;height:32px;padding:0;display:grid}label.syiqt{align-items:center;gap:.5rem;min-height:32px;margin:.3rem 0 .5rem;display:flex}input.syiqt{width:20px;height:20px}dl.syiqt{columns:2;column-gap:1.6rem;margin:0}dl.syiqt div:where(.syiqt){break-inside:avoid;align-items:baseline;gap:.6rem;padding:.2rem 0;display:flex}dt.syiqt{flex:none;min-width:3.8rem}dd.syiqt{margin:0;font-size:.9rem;line-height:1.3}kbd.syiqt{border:1px solid var(--rule);background:var(--page);font:.85rem var(--sans);border-bottom-width:2px;border-radius:4px;padding:.05rem .45rem}@media (width<=480px){dl.syiqt{columns:1}}.layers.s1tyj{border:1px solid var(--rule);border-radius:var(--round);background:#fbf8f1eb;flex-direction:column;min-width:0;margin:0;padding:0;display:flex;overflow:clip}legend.s1tyj{float:left;color:var(--soft);padding:.3rem .7rem .1rem;font-size:12px}label.s1tyj{clear:both;min-height:28px;font-size:var(--small);cursor:pointer;align-items:center;gap:.45rem;padding:.1rem .7rem;line-height:1.25;display:flex;position:relative}label.s1tyj:hover{background:var(--sand)}label.on.s1tyj{background:var(--sand);box-shadow:inset 3px 0 0 var(--accent);font-weight:600}label.s1tyj:has(:where(.s1tyj):focus-visible){outline:3px solid var(--focus);outline-offset:-3px}.eye.s1tyj{display:none}@container player (width<=860px){.layers.s1tyj{flex-direction:row}legend.s1tyj,.name.s1tyj{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}.eye.s1tyj{display:grid}label.s1tyj{justify-content:center;width:40px;min-height:36px;padding:0}label.on.s1tyj{box-shadow:inset 0 -3px 0 var(--accent)}}.note.s1tyj{border-radius:var(--round);max-width:19rem;color:var(--soft);background:#fbf8f1eb;margin:.3rem 0 0;padding:.3rem .7rem;font-size:12px;line-height:1.35}.legend.s8t6g{border:1px solid var(--rule);border-radius:var(--round);max-width:21rem;font-size:var(--small);background:#fbf8f1f0}summary.s8t6g{cursor:pointer;min-height:30px;padding:.3rem .7rem}ul.s8t6g{max-height:min(300px,50vh);margin:0;padding:0 .7rem .5rem;list-style:none;overflow-y:auto}li.s8t6g{align-items:center;gap:.5rem;padding:.1rem 0;line-height:1.3;display:flex}svg.s8t6g{flex:none}.log.s1l7g{flex-direction:column;flex:1;min-height:0;display:flex}.filter.s1l7g{font-size:var(--small);color:var(--soft);align-items:center;gap:.5rem;padding:.5rem .9rem;display:flex}.filter.s1l7g span:where(.s1l7g){white-space:nowrap;margin-left:auto}select.s1l7g{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:28px;color:var(--ink);border-radius:4px}.scroll.s1l7g{border-top:1px solid var(--rule);flex:1;min-height:0;position:relative;overflow-y:auto}ol.s1l7g{margin:0;padding:0;list-style:none;position:relative}li.s1l7g{border-bottom:1px solid var(--sand);position:absolute;left:0;right:0}li.none.s1l7g{color:var(--soft);border:0;padding:1rem}button.s1l7g{text-align:left;cursor:pointer;background:0 0;border:0;border-left:3px solid #0000;width:100%;height:100%;padding:.3rem .9rem;line-height:1.3;display:block}button.s1l7g:hover{background:var(--sand)}button.now.s1l7g{border-left-color:var(--accent);background:#f7f0e1}button.later.s1l7g{color:var(--soft)}button.s1l7g:focus-visible{outline-offset:-3px}.when.s1l7g{color:var(--soft);font-variant-numeric:tabular-nums;font-size:12px;display:block}.what.s1l7g{-webkit-line-clamp:2;line-clamp:2;font-family:var(--serif);-webkit-box-orient:vertical;font-size:.9rem;display:-webkit-box;overflow:hidden}.great.s1l7g .what:where(.s1l7g){font-weight:600}.frame.s1f2m{background:var(--land);position:absolute;inset:0;overflow:hidden}canvas.s1f2m{cursor:grab;touch-action:pan-x pan-y;width:100%;height:100%;position:absolute;inset:0}.over.s1f2m{pointer-events:none}.hint.s1f2m{background:var(--ink);color:#fff;max-width:16rem;font-size:var(--small);pointer-events:none;text-align:center;border-radius:4px;padding:.2rem .55rem;line-height:1.3;position:absolute;transform:translate(-50%,calc(-100% - 12px))}.scrubber.sjx9h{min-width:0;position:relative}.marks.sjx9h{height:24px;position:relative}.flag.sjx9h{width:24px;height:24px;color:var(--accent);text-align:left;cursor:pointer;background:0 0;border:0;margin-left:-2px;padding:0;position:absolute;bottom:0}.flag.sjx9h svg:where(.sjx9h){position:absolute;bottom:0;left:0}.many.sjx9h{font-size:11px;font-weight:700;line-height:1;position:absolute;top:4px;left:13px}.note.sjx9h{z-index:5;border-radius:var(--round);background:var(--ink);color:#fff;width:270px;font-size:var(--small);pointer-events:none;padding:.5rem .7rem;line-height:1.35;position:absolute;bottom:28px;transform:translate(-50%)}.note.sjx9h b:where(.sjx9h){font-family:var(--serif)}.note.sjx9h p:where(.sjx9h){margin:.2rem 0 0}.note.sjx9h span:where(.sjx9h){color:#e6d9bd}.strip.sjx9h{height:40px;position:relative}.strip.sjx9h svg:where(.sjx9h){position:absolute;inset:0}input.sjx9h{cursor:ew-resize;appearance:none;background:0 0;width:100%;height:100%;margin:0;position:absolute;inset:0}input.sjx9h::-webkit-slider-runnable-track{background:0 0;height:40px}input.sjx9h::-webkit-slider-thumb{appearance:none;background:radial-gradient(circle at 12px 34px, var(--ink) 5.5px, #fff 6px 7.5px, transparent 8px), linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;width:24px;height:40px}input.sjx9h::-moz-range-track{background:0 0}input.sjx9h::-moz-range-thumb{background:linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;border-radius:0;width:24px;height:40px}.days.sjx9h{height:24px;position:relative;overflow:hidden}.days.sjx9h button:where(.sjx9h){border:0;border-left:1px solid var(--rule);height:24px;color:var(--soft);text-align:left;white-space:nowrap;cursor:pointer;background:0 0;padding:0 2px 0 5px;font-size:12px;line-height:1;position:absolute;top:0}.days.sjx9h button:where(.sjx9h):hover{color:var(--ink)}.days.sjx9h .now:where(.sjx9h){color:var(--ink);font-weight:700}.days.sjx9h button:where(.sjx9h):focus-visible,.flag.sjx9h:focus-visible{outline-offset:-3px}.tables.s1huc{flex-direction:column;flex:1;min-height:0;display:flex}.which.s1huc,.leaves.s1huc{font-size:var(--small);justify-content:space-between;align-items:center;gap:.4rem;padding:.5rem .9rem;display:flex}.which.s1huc{justify-content:start}.which.s1huc button:where(.s1huc),.leaves.s1huc button:where(.s1huc){border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:4px;min-height:28px;padding:.1rem .7rem}.which.s1huc button[aria-pressed=true]:where(.s1huc){background:var(--ink);color:#fff}.leaves.s1huc button:where(.s1huc):disabled{color:#767063;cursor:default}.scroll.s1huc{border-top:1px solid var(--rule);flex:1;min-height:0;overflow:auto}.scroll.s1huc:focus-visible{outline-offset:-3px}table.s1huc{border-collapse:collapse;width:100%;font-size:var(--small);line-height:1.35}caption.s1huc{font-family:var(--serif);text-align:left;padding:.4rem .9rem;font-size:.95rem}th.s1huc,td.s1huc{border-bottom:1px solid var(--sand);text-align:left;vertical-align:baseline;padding:.15rem .4rem;font-weight:400}th.s1huc:first-child,td.s1huc:first-child{padding-left:.9rem}thead.s1huc th:where(.s1huc){background:var(--paper);color:var(--soft);font-weight:600;position:sticky;top:0}.n.s1huc{text-align:right;font-variant-numeric:tabular-nums;padding-right:.9rem}.when.s1huc{white-space:nowrap;color:var(--soft)}td.s1huc button:where(.s1huc),th.s1huc button:where(.s1huc){min-height:24px;color:inherit;text-align:left;cursor:pointer;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:3px;background:0 0;border:0;padding:0}td.s1huc button:where(.s1huc):hover,th.s1huc button:where(.s1huc):hover{text-decoration-color:currentColor}.transport.s1w97{flex-wrap:wrap;align-items:center;gap:.35rem;display:flex}button.s1w97{border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:50%;place-items:center;width:36px;height:36px;padding:0;display:grid}button.s1w97:hover{border-color:var(--soft)}.play.s1w97{background:var(--ink);color:#fff;border:0;width:46px;height:46px}.play.s1w97:hover{background:var(--accent)}fieldset.s1w97{border:0;align-items:center;min-width:0;margin:0 0 0 .5rem;padding:0;display:flex}label.s1w97{border:1px solid var(--rule);background:var(--page);text-align:center;min-width:34px;font-size:var(--small);font-variant-numeric:tabular-nums;cursor:pointer;margin-left:-1px;padding:.25rem .3rem;position:relative}label.s1w97:first-of-type{border-radius:4px 0 0 4px}label.s1w97:last-of-type{border-radius:0 4px 4px 0}label.on.s1w97{background:var(--ink);border-color:var(--ink);color:#fff}label.s1w97:has(:where(.s1w97):focus-visible){outline:3px solid var(--focus);outline-offset:2px;z-index:1}.per.s1w97{color:var(--soft);font-size:var(--small);margin-left:.5rem}.keys.s1w97{margin-left:auto}@container player (width<=720px){.per.s1w97{display:none}fieldset.s1w97{margin-left:.1rem}label.s1w97{min-width:30px;padding-inline:.1rem}}.why.s1kjt{border-top:2px solid var(--ink);background:var(--page);flex-direction:column;max-height:55%;display:flex}header.s1kjt{align-items:center;padding:.5rem .6rem .3rem .9rem;display:flex}h3.s1kjt{outline:none;flex:1;font-size:1.05rem}.close.s1kjt{cursor:pointer;background:0 0;border:0;border-radius:50%;place-items:center;width:28px;height:28px;padding:0;display:grid}ol.s1kjt{margin:0;padding:0 .9rem .8rem;list-style:none;overflow-y:auto}li.s1kjt{border-left:2px solid var(--rule);margin-left:.3rem;padding:0 0 .7rem 1.1rem;position:relative}li.s1kjt:before{content:\"\";border:2px solid var(--accent);background:var(--page);border-radius:50%;width:10px;height:10px;position:absolute;top:.5rem;left:-6px}li.first.s1kjt:before{background:var(--accent)}li.s1kjt:last-child{padding-bottom:0}p.s1kjt{margin:0}.when.s1kjt{min-height:24px;color:var(--soft);cursor:pointer;background:0 0;border:0;padding:0;font-size:12px}.when.s1kjt:hover{text-decoration:underline}.what.s1kjt{font-family:var(--serif);font-size:.95rem;line-height:1.35}.because.s1kjt,.sources.s1kjt{font-size:var(--small);color:var(--soft)}.sources.s1kjt button:where(.s1kjt){min-height:24px;color:var(--focus);text-underline-offset:2px;cursor:pointer;background:0 0;border:0;margin-right:.6rem;padding:0;text-decoration:underline}.player{container:player/inline-size}.player .stage{height:var(--player-height,clamp(540px, calc(100dvh - 1rem), 980px));border:1px solid var(--rule);background:var(--paper);color:var(--ink);grid-template:minmax(0,1fr) auto/minmax(0,1fr) min(372px,36%);display:grid}.player .map{min-height:0;position:relative;overflow:hidden}.player .corner{position:absolute}.player .left{top:.7rem;left:.7rem}.player .right{max-width:17rem;top:.7rem;right:.7rem}.player .foot{bottom:.7rem;left:.7rem}.player .zoom{border:1px solid var(--rule);border-radius:var(--round);background:var(--page);display:grid;position:absolute;bottom:.7rem;right:.7rem;overflow:clip}.player .zoom button{cursor:pointer;background:0 0;border:0;place-items:center;width:36px;height:34px;padding:0;display:grid}.player .zoom button+button{border-top:1px solid var(--rule)}.player .zoom button:hover{background:var(--sand)}.player .zoom button:focus-visible{outline-offset:-3px}.player .panel{border-left:1px solid var(--rule);background:var(--paper);flex-direction:column;min-height:0;display:flex}.player .tabs{border-bottom:1px solid var(--rule);display:flex}.player .tabs button{min-height:42px;color:var(--soft);font-family:var(--serif);cursor:pointer;background:0 0;border:0;border-bottom:3px solid #0000;flex:1;padding:.2rem .5rem;font-size:.95rem;line-height:1.15}.player .tabs button[aria-selected=true]{border-bottom-color:var(--accent);color:var(--ink);font-weight:600}.player .tabs button:focus-visible{outline-offset:-3px}.player .leaf{flex-direction:column;flex:1;min-height:0;display:flex}.player .bottom{border-top:1px solid var(--rule);background:var(--paper);grid-column:1/-1;padding:.4rem .9rem .5rem}.player .still{color:var(--soft);font-size:var(--small);margin:.2rem 0 0}@container player (width<=860px){.player .stage{grid-template:clamp(300px,52dvh,560px) auto 440px/minmax(0,1fr);height:auto}.player .bottom{border-bottom:1px solid var(--rule);grid-row:2}.player .panel{border-left:0}}@media print{.player .bottom,.player .panel,.player .zoom{display:none}}form.snxh5{flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:0 0 .75rem;display:flex}select.snxh5,input.snxh5,button.snxh5{background:var(--page);border:1px solid #8c8271;border-radius:3px;min-height:2rem;padding:.2rem .5rem}input.snxh5{width:7rem}\n/*$vite$:1*/";
function Au({ model: e, el: t }) {
	let n = t.shadowRoot ?? t.attachShadow({ mode: "open" }), r = document.createElement("style");
	r.textContent = ku.replaceAll(":root", ":host").replace(/\bbody\s*\{/g, ":host{display:block;");
	let i = document.createElement("div");
	n.replaceChildren(r, i);
	let a = new Pi(e), o = jr(Ou, {
		target: i,
		props: { state: a }
	});
	return () => {
		a.leave(), Fr(o);
	};
}
var ju = { render: Au };
export { ju as default };
