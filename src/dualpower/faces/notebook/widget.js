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
var h = 1024, g = 2048, _ = 4096, v = 8192, y = 16384, b = 32768, x = 1 << 25, S = 65536, C = 1 << 19, w = 1 << 20, ee = 1 << 25, T = 1 << 21, te = 1 << 22, E = 1 << 23, D = Symbol("$state"), ne = Symbol("component"), re = Symbol("legacy props"), ie = Symbol(""), ae = Symbol("attributes"), oe = Symbol("class"), se = Symbol("style"), ce = Symbol("text"), le = Symbol("form reset"), ue = new class extends Error {
	name = "StaleReactionError";
	message = "The reaction that called `getAbortSignal()` was re-run or destroyed";
}(), de = !!globalThis.document?.contentType && /* @__PURE__ */ globalThis.document.contentType.includes("xml"), fe = {}, pe = Symbol("uninitialized"), me = "http://www.w3.org/1999/xhtml";
function he() {
	console.warn("svelte: derived_inert");
}
function ge(e) {
	console.warn("svelte: hydration_mismatch");
}
function _e() {
	console.warn("svelte: select_multiple_invalid_value");
}
function ve() {
	console.warn("svelte: svelte_boundary_reset_noop");
}
// node_modules/svelte/src/internal/client/dom/hydration.js
var O = !1;
function ye(e) {
	O = e;
}
var k;
function be(e) {
	if (e === null) throw ge(), fe;
	return k = e;
}
function xe() {
	return be(/* @__PURE__ */ en(k));
}
function A(e) {
	if (O) {
		if (/* @__PURE__ */ en(k) !== null) throw ge(), fe;
		k = e;
	}
}
function Se(e = 1) {
	if (O) {
		for (var t = e, n = k; t--;) n = /* @__PURE__ */ en(n);
		k = n;
	}
}
function Ce(e = !0) {
	for (var t = 0, n = k;;) {
		if (n.nodeType === 8) {
			var r = n.data;
			if (r === "]") {
				if (t === 0) return n;
				--t;
			} else (r === "[" || r === "[!" || r[0] === "[" && !isNaN(Number(r.slice(1)))) && (t += 1);
		}
		var i = /* @__PURE__ */ en(n);
		e && n.remove(), n = i;
	}
}
function we(e) {
	if (!e || e.nodeType !== 8) throw ge(), fe;
	return e.data;
}
// node_modules/svelte/src/internal/client/reactivity/equality.js
function Te(e) {
	return e === this.v;
}
function Ee(e, t) {
	return e == e ? e !== t || typeof e == "object" && !!e || typeof e == "function" : t == t;
}
function De(e) {
	return !Ee(e, this.v);
}
function Oe(e) {
	throw Error("svelte: lifecycle_outside_component");
}
// node_modules/svelte/src/internal/client/errors.js
function ke() {
	throw Error("svelte: async_derived_orphan");
}
function Ae(e, t, n) {
	throw Error("svelte: each_key_duplicate");
}
function je(e) {
	throw Error("svelte: effect_in_teardown");
}
function Me() {
	throw Error("svelte: effect_in_unowned_derived");
}
function Ne(e) {
	throw Error("svelte: effect_orphan");
}
function Pe() {
	throw Error("svelte: effect_update_depth_exceeded");
}
function Fe(e) {
	throw Error("svelte: props_invalid_value");
}
function Ie() {
	throw Error("svelte: state_descriptors_fixed");
}
function Le() {
	throw Error("svelte: state_prototype_fixed");
}
function Re() {
	throw Error("svelte: state_unsafe_mutation");
}
function ze() {
	throw Error("svelte: svelte_boundary_reset_onerror");
}
// node_modules/svelte/src/internal/client/context.js
var Be = null;
function Ve(e) {
	Be = e;
}
function j(e, t = !1, n) {
	Be = {
		p: Be,
		i: !1,
		c: null,
		e: null,
		s: e,
		x: null,
		r: U,
		l: null
	};
}
function M(e) {
	var t = Be, n = t.e;
	if (n !== null) {
		t.e = null;
		for (var r of n) mn(r);
	}
	return e !== void 0 && (t.x = e), t.i = !0, Be = t.p, He(e);
}
function He(e = {}) {
	return i(e, ne, { value: !0 }), e;
}
function Ue() {
	return !0;
}
// node_modules/svelte/src/internal/client/dom/task.js
var We = [];
function Ge() {
	var e = We;
	We = [], f(e);
}
function Ke(e) {
	if (We.length === 0 && !yt) {
		var t = We;
		queueMicrotask(() => {
			t === We && Ge();
		});
	}
	We.push(e);
}
function qe() {
	for (; We.length > 0;) Ge();
}
// node_modules/svelte/src/internal/client/reactivity/status.js
var Je = ~(g | _ | h);
function Ye(e, t) {
	e.f = e.f & Je | t;
}
function Xe(e) {
	e.f & 512 || e.deps === null ? Ye(e, h) : Ye(e, _);
}
// node_modules/svelte/src/internal/client/reactivity/utils.js
function Ze(e, t) {
	e.f & 2048 ? t.set(e, g) : e.f & 4096 && t.get(e) !== 2048 && t.set(e, _), Ye(e, h);
}
// node_modules/svelte/src/internal/client/dom/elements/misc.js
var Qe = !1;
function $e() {
	Qe || (Qe = !0, document.addEventListener("reset", (e) => {
		Promise.resolve().then(() => {
			if (!e.defaultPrevented) for (let t of e.target.elements) t[le]?.();
		});
	}, { capture: !0 }));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/shared.js
function et(e) {
	var t = H, n = U;
	In(null), Ln(null);
	try {
		return e();
	} finally {
		In(t), Ln(n);
	}
}
function tt(e, t, n, r = n) {
	e.addEventListener(t, () => et(n));
	let i = e[le];
	e[le] = i ? () => {
		i(), r(!0);
	} : () => r(!0), $e();
}
// node_modules/svelte/src/internal/client/reactivity/async.js
function nt(e, t, n, r) {
	let i = Ue() ? ot : lt;
	var a = e.filter((e) => !e.settled), o = t.map(i);
	if (n.length === 0 && a.length === 0) {
		r(o);
		return;
	}
	var s = U, c = rt(), l = a.length === 1 ? a[0].promise : a.length > 1 ? Promise.all(a.map((e) => e.promise)) : null;
	function u(e) {
		if (!(s.f & 16384)) {
			c();
			try {
				r([...o, ...e]);
			} catch (e) {
				sn(e, s);
			}
			it();
		}
	}
	var d = at();
	if (n.length === 0) {
		l.then(() => u([])).finally(d);
		return;
	}
	function f() {
		Promise.all(n.map((e) => /* @__PURE__ */ ct(e))).then(u).catch((e) => sn(e, s)).finally(d);
	}
	l ? l.then(() => {
		s.f & 16384 ? d() : (c(), f(), it());
	}) : f();
}
function rt() {
	var e = U, t = H, n = Be, r = P;
	return function(i = !0) {
		Ln(e), In(t), Ve(n), i && !(e.f & 16384) && (r?.activate(), r?.apply());
	};
}
function it(e = !0) {
	Ln(null), In(null), Ve(null), e && P?.deactivate();
}
function at() {
	var e = U, t = e.b, n = P, r = !!t?.is_rendered();
	return t?.update_pending_count(1, n), n.increment(r, e), () => {
		t?.update_pending_count(-1, n), n.decrement(r, e);
	};
}
/*#__NO_SIDE_EFFECTS__*/
function ot(e) {
	var t = 2 | g;
	return U !== null && (U.f |= C), {
		ctx: Be,
		deps: null,
		effects: null,
		equals: Te,
		f: t,
		fn: e,
		reactions: null,
		rv: 0,
		v: pe,
		wv: 0,
		parent: U,
		ac: null
	};
}
var st = Symbol("obsolete");
/*#__NO_SIDE_EFFECTS__*/
function ct(e, t, n) {
	let r = U;
	r === null && ke();
	var i = void 0, a = It(pe), o = !H, s = /* @__PURE__ */ new Set();
	return _n(() => {
		var t = U, n = p();
		i = n.promise;
		try {
			Promise.resolve(e()).then(n.resolve, (e) => {
				e !== ue && n.reject(e);
			}).finally(it);
		} catch (e) {
			n.reject(e), it();
		}
		var c = P;
		if (o) {
			if (t.f & 32768) var l = at();
			if (r.b?.is_rendered()) c.async_deriveds.get(t)?.reject(st);
			else for (let e of s.values()) e.reject(st);
			s.add(n), c.async_deriveds.set(t, n);
		}
		let u = (e, t = void 0) => {
			l?.(), s.delete(n), t !== st && (c.activate(), t ? (a.f |= E, Bt(a, t)) : (a.f & 8388608 && (a.f ^= E), Bt(a, e)), c.deactivate());
		};
		n.promise.then(u, (e) => u(null, e || "unknown"));
	}), fn(() => {
		for (let e of s) e.reject(st);
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
function N(e) {
	let t = /* @__PURE__ */ ot(e);
	return zn(t), t;
}
/*#__NO_SIDE_EFFECTS__*/
function lt(e) {
	let t = /* @__PURE__ */ ot(e);
	return t.equals = De, t;
}
function ut(e) {
	var t = e.effects;
	if (t !== null) {
		e.effects = null;
		for (var n = 0; n < t.length; n += 1) wn(t[n]);
	}
}
function dt(e) {
	var t, n = U, r = e.parent;
	if (!Nn && r !== null && e.v !== pe && r.f & 24576) return he(), e.v;
	Ln(r);
	try {
		ut(e), t = Zn(e);
	} finally {
		Ln(n);
	}
	return t;
}
function ft(e) {
	var t = dt(e);
	!e.equals(t) && (e.wv = Jn(), (!P?.is_fork || e.deps === null) && (P === null ? e.v = t : (P.capture(e, t, !0), gt?.capture(e, t, !0)), e.deps === null)) ? Ye(e, h) : Nn || (_t === null ? Xe(e) : (dn() || P?.is_fork) && _t.set(e, t));
}
function pt(e) {
	if (e.effects !== null) for (let t of e.effects) (t.teardown || t.ac) && (t.teardown?.(), t.ac !== null && et(() => {
		t.ac.abort(ue), t.ac = null;
	}), t.fn !== null && (t.teardown = d), er(t, 0), Sn(t));
}
function mt(e) {
	if (e.effects !== null) for (let t of e.effects) t.teardown && t.fn !== null && tr(t);
}
// node_modules/svelte/src/internal/client/reactivity/batch.js
var ht = null, P = null, gt = null, _t = null, vt = null, yt = !1, bt = !1, xt = null, St = null, Ct = 0, wt = 1, Tt = class e {
	id = wt++;
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
		ht === null ? ht = this : (ht.next = this, this.prev = ht), ht = this;
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
			for (var r of n.d) Ye(r, g), t(r);
			for (r of n.m) Ye(r, _), t(r);
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
		for (let [e, t] of this.#s) Ye(e, t), this.schedule(e);
		this.apply();
		for (var t = xt = [], n = [], r = St = []; this.#a.length > 0;) {
			Ct++ > 1e3 && (this.#b(), Dt());
			for (let e of this.#p()) try {
				this.#h(e, t, n);
			} catch (t) {
				throw Mt(e), this.#d() || this.discard(), t;
			}
		}
		if (P = null, r.length > 0) {
			var i = e.ensure();
			for (let e of r) i.schedule(e);
		}
		if (xt = null, St = null, this.#d()) {
			this.#y(n), this.#y(t);
			for (let [e, t] of this.#c) jt(e, t);
			r.length > 0 && P.#m();
			return;
		}
		let a = this.#g();
		if (a) this.#y(n), this.#y(t), a.#v(this);
		else {
			this.#s.clear();
			for (let e of this.#e) e(this);
			this.#e.clear(), gt = this, kt(n), kt(t), gt = null, this.#i?.resolve();
			var o = P;
			this.#n === 0 && (this.#a.length === 0 || o !== null) && this.#b(), o !== null && (Pt.clear(), o.#m());
		}
	}
	#h(e, t, n) {
		e.f ^= h;
		for (var r = e.first; r !== null;) {
			var i = r.f, a = !!(i & 96);
			if (!(a && i & 1024 || i & 8192 || this.#c.has(r)) && r.fn !== null) {
				a ? r.f ^= h : i & 4 ? t.push(r) : Yn(r) && (i & 16 && this.add_dirty_reaction(r, _), tr(r));
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
					r & 4194320 && !this.async_deriveds.has(i) && (this.#s.delete(i), Ye(i, g), this.schedule(i));
				}
			}
		};
		for (let e of this.current.keys()) t(e);
		this.oncommit(() => e.discard()), e.#b(), P = this, this.#m();
	}
	#y(e) {
		for (var t = 0; t < e.length; t += 1) Ze(e[t], this.#s);
	}
	capture(e, t, n = !1) {
		e.v !== pe && !this.previous.has(e) && this.previous.set(e, e.v), e.f & 8388608 || (this.current.set(e, [t, n]), _t?.set(e, t)), this.is_fork || (e.v = t);
	}
	activate() {
		P = this;
	}
	deactivate() {
		P = null, _t = null;
	}
	flush() {
		try {
			bt = !0, P = this, this.#m();
		} finally {
			Ct = 0, vt = null, xt = null, St = null, bt = !1, P = null, _t = null, Pt.clear();
		}
	}
	discard() {
		for (let e of this.#t) e(this);
		this.#t.clear();
		for (let e of this.async_deriveds.values()) e.reject(st);
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
		this.#u || (this.#u = !0, Ke(() => {
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
		if (P === null) {
			let t = P = new e();
			!bt && !yt && Ke(() => {
				t.started || t.flush();
			});
		}
		return P;
	}
	apply() {
		_t = null;
	}
	schedule(e) {
		vt = e, e.b?.is_pending && e.f & 16777228 && !(e.f & 32768) ? e.b.defer_effect(e) : this.#a.push(e);
	}
	#b() {
		if (this.linked) {
			var e = this.prev, t = this.next;
			e === null || (e.next = t), t === null ? ht = e : t.prev = e, this.linked = !1;
		}
	}
};
function Et(e) {
	var t = yt, n = gt;
	gt = null, yt = !0;
	try {
		var r;
		for (e && (Et(), r = e());;) {
			if (qe(), P === null) return r;
			P.flush();
		}
	} finally {
		yt = t, gt = n;
	}
}
function Dt() {
	try {
		Pe();
	} catch (e) {
		sn(e, vt);
	}
}
var Ot = null;
function kt(e) {
	var t = e.length;
	if (t !== 0) {
		for (var n = 0; n < t;) {
			var r = e[n++];
			if (!(r.f & 24576) && Yn(r) && (Ot = /* @__PURE__ */ new Set(), tr(r), r.deps === null && r.first === null && r.nodes === null && r.teardown === null && r.ac === null && En(r), Ot?.size > 0)) {
				Pt.clear();
				for (let e of Ot) {
					if (e.f & 24576) continue;
					let t = [e], n = e.parent;
					for (; n !== null;) Ot.has(n) && (Ot.delete(n), t.push(n)), n = n.parent;
					for (let e = t.length - 1; e >= 0; e--) {
						let n = t[e];
						n.f & 24576 || tr(n);
					}
				}
				Ot.clear();
			}
		}
		Ot = null;
	}
}
function At(e) {
	P.schedule(e);
}
function jt(e, t) {
	if (!(e.f & 32 && e.f & 1024)) {
		e.f & 2048 ? t.d.push(e) : e.f & 4096 && t.m.push(e), Ye(e, h);
		for (var n = e.first; n !== null;) jt(n, t), n = n.next;
	}
}
function Mt(e) {
	Ye(e, h);
	for (var t = e.first; t !== null;) Mt(t), t = t.next;
}
// node_modules/svelte/src/internal/client/reactivity/sources.js
var Nt = /* @__PURE__ */ new Set(), Pt = /* @__PURE__ */ new Map(), Ft = !1;
function It(e, t) {
	return {
		f: 0,
		v: e,
		reactions: null,
		equals: Te,
		rv: 0,
		wv: 0
	};
}
/*#__NO_SIDE_EFFECTS__*/
function F(e, t) {
	let n = It(e, t);
	return zn(n), n;
}
/*#__NO_SIDE_EFFECTS__*/
function Lt(e, t = !1, n = !0) {
	let r = It(e);
	return t || (r.equals = De), r;
}
function I(e, t, n = !1) {
	return H !== null && (!Fn || H.f & 131072) && Ue() && H.f & 4325394 && (Rn === null || !Rn.has(e)) && Re(), Bt(e, n ? Wt(t) : t, St);
}
var Rt = null, zt = 0;
function Bt(e, t, n = null) {
	if (!e.equals(t)) {
		Nn ? Pt.set(e, t) : Pt.has(e) || Pt.set(e, e.v);
		var r = Tt.ensure();
		if (r.capture(e, t), e.f & 2) {
			let t = e;
			e.f & 2048 && dt(t), _t === null && Xe(t);
		}
		e.wv = Jn(), Rt = null, zt = 0, Ut(e, g, n), Rt = null, Ue() && U !== null && U.f & 1024 && !(U.f & 96) && (Hn === null ? Un([e]) : Hn.push(e)), !r.is_fork && Nt.size > 0 && !Ft && Vt();
	}
	return t;
}
function Vt() {
	Ft = !1;
	for (let e of Nt) {
		e.f & 1024 && Ye(e, _);
		let t;
		try {
			t = Yn(e);
		} catch {
			t = !0;
		}
		t && tr(e);
	}
	Nt.clear();
}
function Ht(e) {
	I(e, e.v + 1);
}
function Ut(e, t, n) {
	var r = e.reactions;
	if (r !== null) {
		var i = Ue(), a = r.length;
		if (zt += a, zt > 1e5 && Rt === null && (Rt = /* @__PURE__ */ new Set()), Rt !== null) {
			if (Rt.has(e)) return;
			Rt.add(e);
		}
		for (var o = 0; o < a; o++) {
			var s = r[o], c = s.f;
			if (i || s !== U) {
				var l = (c & g) === 0;
				if (l && Ye(s, t), c & 131072) Nt.add(s);
				else if (c & 2) {
					var u = s;
					_t?.delete(u), Ut(u, _, n);
				} else if (l) {
					var d = s;
					c & 16 && Ot !== null && Ot.add(d), n === null ? At(d) : n.push(d);
				}
			}
		}
	}
}
function Wt(t) {
	if (typeof t != "object" || !t || D in t || ne in t) return t;
	let n = l(t);
	if (n !== s && n !== c) return t;
	var r = /* @__PURE__ */ new Map(), i = e(t), o = /* @__PURE__ */ F(0), u = null, d = Kn, f = (e) => {
		if (Kn === d) return e();
		var t = H, n = Kn;
		In(null), qn(d);
		var r = e();
		return In(t), qn(n), r;
	};
	return i && r.set("length", /* @__PURE__ */ F(t.length, u)), new Proxy(t, {
		defineProperty(e, t, n) {
			"value" in n && n.configurable !== !1 && n.enumerable !== !1 && n.writable !== !1 || Ie();
			var i = r.get(t);
			return i === void 0 ? f(() => {
				var e = /* @__PURE__ */ F(n.value, u);
				return r.set(t, e), e;
			}) : I(i, n.value, !0), !0;
		},
		deleteProperty(e, t) {
			var n = r.get(t);
			if (n === void 0) {
				if (t in e) {
					let e = f(() => /* @__PURE__ */ F(pe, u));
					r.set(t, e), Ht(o);
				}
			} else I(n, pe), Ht(o);
			return !0;
		},
		get(e, n, i) {
			if (n === D) return t;
			var o = r.get(n), s = n in e;
			if (o === void 0 && (!s || a(e, n)?.writable) && (o = f(() => /* @__PURE__ */ F(Wt(s ? e[n] : pe), u)), r.set(n, o)), o !== void 0) {
				var c = W(o);
				return c === pe ? void 0 : c;
			}
			return Reflect.get(e, n, i);
		},
		getOwnPropertyDescriptor(e, t) {
			this.has?.(e, t);
			var n = Reflect.getOwnPropertyDescriptor(e, t), i = r.get(t);
			if (i !== void 0) {
				var a = W(i);
				if (a === pe) return;
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
			if (t === D) return !0;
			var n = r.get(t), i = n !== void 0 && n.v !== pe || Reflect.has(e, t);
			return (n !== void 0 || (U !== null || H !== null) && (!i || a(e, t)?.writable)) && (n === void 0 && (n = f(() => /* @__PURE__ */ F(i ? Wt(e[t]) : pe, u)), r.set(t, n)), W(n) === pe) ? !1 : i;
		},
		set(e, t, n, s) {
			var c = r.get(t), l = t in e;
			if (i && t === "length") for (var d = n; d < c.v; d += 1) {
				var p = r.get(d + "");
				p === void 0 ? d in e && (p = f(() => /* @__PURE__ */ F(pe, u)), r.set(d + "", p)) : I(p, pe);
			}
			if (c === void 0) (!l || a(e, t)?.writable) && (c = f(() => /* @__PURE__ */ F(void 0, u)), I(c, Wt(n)), r.set(t, c));
			else {
				l = c.v !== pe;
				var m = f(() => Wt(n));
				I(c, m);
			}
			var h = Reflect.getOwnPropertyDescriptor(e, t);
			if (h?.set && h.set.call(s, n), !l) {
				if (i && typeof t == "string") {
					var g = r.get("length"), _ = Number(t);
					Number.isInteger(_) && _ >= g.v && I(g, _ + 1);
				}
				Ht(o);
			}
			return !0;
		},
		ownKeys(e) {
			W(o);
			var t = Reflect.ownKeys(e).filter((e) => {
				var t = r.get(e);
				return t === void 0 || t.v !== pe;
			});
			for (var [n, i] of r) i.v !== pe && !(n in e) && t.push(n);
			return t;
		},
		setPrototypeOf() {
			Le();
		}
	});
}
function Gt(e) {
	try {
		if (typeof e == "object" && e && D in e) return e[D];
	} catch {}
	return e;
}
function Kt(e, t) {
	return Object.is(Gt(e), Gt(t));
}
var qt, Jt, Yt, Xt;
function Zt() {
	if (qt === void 0) {
		qt = window, Jt = /Firefox/.test(navigator.userAgent);
		var e = Element.prototype, t = Node.prototype, n = Text.prototype;
		Yt = a(t, "firstChild").get, Xt = a(t, "nextSibling").get, u(e) && (e[oe] = void 0, e[ae] = null, e[se] = void 0, e.__e = void 0), u(n) && (n[ce] = void 0);
	}
}
function Qt(e = "") {
	return document.createTextNode(e);
}
/*@__NO_SIDE_EFFECTS__*/
function $t(e) {
	return Yt.call(e);
}
/*@__NO_SIDE_EFFECTS__*/
function en(e) {
	return Xt.call(e);
}
function L(e, t) {
	if (!O) return /* @__PURE__ */ $t(e);
	var n = /* @__PURE__ */ $t(k);
	if (n === null) n = k.appendChild(Qt());
	else if (t && n.nodeType !== 3) {
		var r = Qt();
		return n?.before(r), be(r), r;
	}
	return t && an(n), be(n), n;
}
function R(e, t = !1) {
	if (!O) {
		var n = /* @__PURE__ */ $t(e);
		return n instanceof Comment && n.data === "" ? /* @__PURE__ */ en(n) : n;
	}
	if (t) {
		if (k?.nodeType !== 3) {
			var r = Qt();
			return k?.before(r), be(r), r;
		}
		an(k);
	}
	return k;
}
function z(e, t = !1) {
	if (!O) return /* @__PURE__ */ $t(e);
	var n = L(e, t);
	return A(e), n;
}
function B(e, t = 1, n = !1) {
	let r = O ? k : e;
	for (var i; t--;) i = r, r = /* @__PURE__ */ en(r);
	if (!O) return r;
	if (n) {
		if (r?.nodeType !== 3) {
			var a = Qt();
			return r === null ? i?.after(a) : r.before(a), be(a), a;
		}
		an(r);
	}
	return be(r), r;
}
function tn(e) {
	e.textContent = "";
}
function nn() {
	return !1;
}
function rn(e, t, n) {
	return t == null || t === "http://www.w3.org/1999/xhtml" ? n ? document.createElement(e, { is: n }) : document.createElement(e) : n ? document.createElementNS(t, e, { is: n }) : document.createElementNS(t, e);
}
function an(e) {
	if (e.nodeValue.length < 65536) return;
	let t = e.nextSibling;
	for (; t !== null && t.nodeType === 3;) t.remove(), e.nodeValue += t.nodeValue, t = e.nextSibling;
}
function on(e) {
	var t = U;
	if (t === null) return H.f |= E, e;
	if (!(t.f & 32768) && !(t.f & 4)) throw e;
	sn(e, t);
}
function sn(e, t) {
	if (e === fe) throw e;
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
function cn(e) {
	U === null && (H === null && Ne(e), Me()), Nn && je(e);
}
function ln(e, t) {
	var n = t.last;
	n === null ? t.last = t.first = e : (n.next = e, e.prev = n, t.last = e);
}
function un(e, t) {
	var n = U;
	n !== null && n.f & 8192 && (e |= v);
	var r = {
		ctx: Be,
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
	P?.register_created_effect(r);
	var i = r;
	if (e & 4) xt === null ? Tt.ensure().schedule(r) : xt.push(r);
	else if (t !== null) {
		try {
			tr(r);
		} catch (e) {
			throw wn(r), e;
		}
		i.deps === null && i.teardown === null && i.nodes === null && i.first === i.last && !(i.f & 524288) && (i = i.first, e & 16 && e & 65536 && i !== null && (i.f |= S));
	}
	if (i !== null && (i.parent = n, n !== null && ln(i, n), H !== null && H.f & 2 && !(e & 64))) {
		var a = H;
		(a.effects ??= []).push(i);
	}
	return r;
}
function dn() {
	return H !== null && !Fn;
}
function fn(e) {
	let t = un(8, null);
	return Ye(t, h), t.teardown = e, t;
}
function pn(e) {
	cn("$effect");
	var t = U.f;
	if (!H && t & 32 && Be !== null && !Be.i) {
		var n = Be;
		(n.e ??= []).push(e);
	} else return mn(e);
}
function mn(e) {
	return un(4 | w, e);
}
function hn(e) {
	Tt.ensure();
	let t = un(64 | C, e);
	return (e = {}) => new Promise((n) => {
		e.outro ? Dn(t, () => {
			wn(t), n(void 0);
		}) : (wn(t), n(void 0));
	});
}
function gn(e) {
	return un(4, e);
}
function _n(e) {
	return un(te | C, e);
}
function vn(e, t = 0) {
	return un(8 | t, e);
}
function V(e, t = [], n = [], r = []) {
	nt(r, t, n, (t) => {
		un(8, () => {
			e(...t.map(W));
		});
	});
}
function yn(e, t = 0) {
	return un(16 | t, e);
}
function bn(e) {
	return un(32 | C, e);
}
function xn(e) {
	var t = e.teardown;
	if (t !== null) {
		let n = Nn, r = H;
		Pn(!0), In(null);
		try {
			t.call(null);
		} catch (t) {
			sn(t, e.parent);
		} finally {
			Pn(n), In(r);
		}
	}
}
function Sn(e, t = !1) {
	var n = e.first;
	for (e.first = e.last = null; n !== null;) {
		let e = n.ac;
		e !== null && et(() => {
			e.abort(ue);
		});
		var r = n.next;
		n.f & 64 ? n.parent = null : wn(n, t), n = r;
	}
}
function Cn(e) {
	for (var t = e.first; t !== null;) {
		var n = t.next;
		t.f & 32 || wn(t), t = n;
	}
}
function wn(e, t = !0) {
	var n = !1;
	(t || e.f & 262144) && e.nodes !== null && e.nodes.end !== null && (Tn(e.nodes.start, e.nodes.end), n = !0), e.f |= x, Sn(e, t && !n), er(e, 0);
	var r = e.nodes && e.nodes.t;
	if (r !== null) for (let e of r) e.stop();
	xn(e), e.f ^= x, e.f |= y;
	var i = e.parent;
	i !== null && i.first !== null && En(e), e.next = e.prev = e.teardown = e.ctx = e.deps = e.fn = e.nodes = e.ac = e.b = null;
}
function Tn(e, t) {
	for (; e !== null;) {
		var n = e === t ? null : /* @__PURE__ */ en(e);
		e.remove(), e = n;
	}
}
function En(e) {
	var t = e.parent, n = e.prev, r = e.next;
	n !== null && (n.next = r), r !== null && (r.prev = n), t !== null && (t.first === e && (t.first = r), t.last === e && (t.last = n));
}
function Dn(e, t, n = !0) {
	var r = [];
	e.f |= 256, On(e, r, !0);
	var i = () => {
		n && wn(e), t && t();
	}, a = r.length;
	if (a > 0) {
		var o = () => --a || i();
		for (var s of r) s.out(o);
	} else i();
}
function On(e, t, n) {
	if (!(e.f & 8192)) {
		e.f ^= v;
		var r = e.nodes && e.nodes.t;
		if (r !== null) for (let e of r) (e.is_global || n) && t.push(e);
		for (var i = e.first; i !== null;) {
			var a = i.next;
			if (!(i.f & 64)) {
				var o = !!(i.f & 65536) || !!(i.f & 32) && !!(e.f & 16);
				On(i, t, o ? n : !1);
			}
			i = a;
		}
	}
}
function kn(e) {
	e.f &= -257, An(e, !0);
}
function An(e, t) {
	if (!(e.f & 256) && e.f & 8192) {
		e.f ^= v, e.f & 1024 || (Ye(e, g), Tt.ensure().schedule(e));
		for (var n = e.first; n !== null;) {
			var r = n.next, i = !!(n.f & 65536) || !!(n.f & 32);
			An(n, i ? t : !1), n = r;
		}
		var a = e.nodes && e.nodes.t;
		if (a !== null) for (let e of a) (e.is_global || t) && e.in();
	}
}
function jn(e, t) {
	if (e.nodes) for (var n = e.nodes.start, r = e.nodes.end; n !== null;) {
		var i = n === r ? null : /* @__PURE__ */ en(n);
		t.append(n), n = i;
	}
}
// node_modules/svelte/src/internal/client/legacy.js
var Mn = null, Nn = !1;
function Pn(e) {
	Nn = e;
}
var H = null, Fn = !1;
function In(e) {
	H = e;
}
var U = null;
function Ln(e) {
	U = e;
}
var Rn = null;
function zn(e) {
	H !== null && (H.f & 2097152 || H.f & 2) && (Rn ??= /* @__PURE__ */ new Set()).add(e);
}
var Bn = null, Vn = 0, Hn = null;
function Un(e) {
	Hn = e;
}
var Wn = 1, Gn = 0, Kn = Gn;
function qn(e) {
	Kn = e;
}
function Jn() {
	return ++Wn;
}
function Yn(e) {
	var t = e.f;
	if (t & 2048) return !0;
	if (t & 4096) {
		for (var n = e.deps, r = n.length, i = 0; i < r; i++) {
			var a = n[i];
			if (Yn(a) && ft(a), a.wv > e.wv) return !0;
		}
		t & 512 && _t === null && Ye(e, h);
	}
	return !1;
}
function Xn(e, t, n = !0) {
	var r = e.reactions;
	if (r !== null && !(Rn !== null && Rn.has(e))) for (var i = 0; i < r.length; i++) {
		var a = r[i];
		a.f & 2 ? Xn(a, t, !1) : t === a && (n ? Ye(a, g) : a.f & 1024 && Ye(a, _), At(a));
	}
}
function Zn(e) {
	var t = Bn, n = Vn, r = Hn, i = H, a = Rn, o = Be, s = Fn, c = Kn, l = e.f;
	Bn = null, Vn = 0, Hn = null, H = l & 96 ? null : e, Rn = null, Ve(e.ctx), Fn = !1, Kn = ++Gn, e.ac !== null && (et(() => {
		e.ac.abort(ue);
	}), e.ac = null);
	try {
		e.f |= T;
		var u = e.fn, d = u();
		e.f |= b;
		var f = Qn(e);
		if (Ue() && Hn !== null && !Fn && f !== null && !(e.f & 6146)) for (var p = 0; p < Hn.length; p++) Xn(Hn[p], e);
		if (i !== null && i !== e) {
			if (Gn++, i.deps !== null) for (let e = 0; e < n; e += 1) i.deps[e].rv = Gn;
			if (t !== null) for (let e of t) e.rv = Gn;
			Hn !== null && (r === null ? r = Hn : r.push(...Hn));
		}
		return e.f & 8388608 && (e.f ^= E), d;
	} catch (t) {
		return Qn(e), on(t);
	} finally {
		e.f ^= T, Bn = t, Vn = n, Hn = r, H = i, Rn = a, Ve(o), Fn = s, Kn = c;
	}
}
function Qn(e) {
	var t = e.deps, n = P?.is_fork;
	if (Bn !== null) {
		var r;
		if (n || er(e, Vn), t !== null && Vn > 0) for (t.length = Vn + Bn.length, r = 0; r < Bn.length; r++) t[Vn + r] = Bn[r];
		else e.deps = t = Bn;
		if (dn() && e.f & 512) for (r = Vn; r < t.length; r++) (t[r].reactions ??= []).push(e);
	} else !n && t !== null && Vn < t.length && (er(e, Vn), t.length = Vn);
	return t;
}
function $n(e, r) {
	let i = r.reactions;
	if (i !== null) {
		var a = t.call(i, e);
		if (a !== -1) {
			var o = i.length - 1;
			o === 0 ? i = r.reactions = null : (i[a] = i[o], i.pop());
		}
	}
	if (i === null && r.f & 2 && (Bn === null || !n.call(Bn, r))) {
		var s = r;
		s.f & 512 && (s.f ^= 512), s.v !== pe && Xe(s), s.ac !== null && et(() => {
			s.ac.abort(ue), s.ac = null, Ye(s, g);
		}), pt(s), er(s, 0);
	}
}
function er(e, t) {
	var n = e.deps;
	if (n !== null) for (var r = t; r < n.length; r++) $n(e, n[r]);
}
function tr(e) {
	var t = e.f;
	if (!(t & 16384)) {
		Ye(e, h);
		var n = U;
		U = e;
		try {
			t & 16777232 ? Cn(e) : Sn(e), xn(e);
			var r = Zn(e);
			e.teardown = typeof r == "function" ? r : null, e.wv = Wn;
		} finally {
			U = n;
		}
	}
}
async function nr() {
	await Promise.resolve(), Et();
}
function W(e) {
	var t = !!(e.f & 2);
	if (Mn?.add(e), H !== null && !Fn && !(U !== null && U.f & 16384) && (Rn === null || !Rn.has(e))) {
		var r = H.deps;
		if (H.f & 2097152) e.rv < Gn && (e.rv = Gn, Bn === null && r !== null && r[Vn] === e ? Vn++ : Bn === null ? Bn = [e] : Bn.push(e));
		else {
			H.deps ??= [], n.call(H.deps, e) || H.deps.push(e);
			var i = e.reactions;
			i === null ? e.reactions = [H] : n.call(i, H) || i.push(H);
		}
	}
	if (Nn && Pt.has(e)) return Pt.get(e);
	if (t) {
		var a = e;
		if (Nn) {
			var o = a.v;
			return (!(a.f & 1024) && a.reactions !== null || ir(a)) && (o = dt(a)), Pt.set(a, o), o;
		}
		var s = !(a.f & 512) && !Fn && H !== null && !!(H.f & 512), c = (a.f & b) === 0;
		Yn(a) && (s && (a.f |= 512), ft(a)), s && !c && (mt(a), rr(a));
	}
	if (_t?.has(e)) return _t.get(e);
	if (e.f & 8388608) throw e.v;
	return e.v;
}
function rr(e) {
	if (e.f |= 512, e.deps !== null) for (let r of e.deps) {
		var t = r.reactions;
		t === null ? r.reactions = [e] : n.call(t, e) || t.push(e), r.f & 2 && !(r.f & 512) && (mt(r), rr(r));
	}
}
function ir(e) {
	if (e.v === pe) return !0;
	if (e.deps === null) return !1;
	for (let t of e.deps) if (Pt.has(t) || t.f & 2 && ir(t)) return !0;
	return !1;
}
function G(e) {
	var t = Fn;
	try {
		return Fn = !0, e();
	} finally {
		Fn = t;
	}
}
[.../* @__PURE__ */ "allowfullscreen.async.autofocus.autoplay.checked.controls.default.disabled.formnovalidate.indeterminate.inert.ismap.loop.multiple.muted.nomodule.novalidate.open.playsinline.readonly.required.reversed.seamless.selected.webkitdirectory.defer.disablepictureinpicture.disableremoteplayback".split(".")];
var ar = ["touchstart", "touchmove"];
function or(e) {
	return ar.includes(e);
}
// node_modules/svelte/src/internal/client/dom/elements/events.js
var sr = Symbol("events"), cr = /* @__PURE__ */ new Set(), lr = /* @__PURE__ */ new Set();
function ur(e, t, n, r = {}) {
	function i(e) {
		if (r.capture || hr.call(t, e), !e.cancelBubble) return et(() => n?.call(this, e));
	}
	return e.startsWith("pointer") || e.startsWith("touch") || e === "wheel" ? (i.__removed = !1, Ke(() => {
		i.__removed || t.addEventListener(e, i, r);
	})) : t.addEventListener(e, i, r), i;
}
function dr(e, t, n, r, i) {
	var a = {
		capture: r,
		passive: i
	}, o = ur(e, t, n, a);
	(t === document.body || t === window || t === document || t instanceof HTMLMediaElement) && fn(() => {
		o.__removed = !0, t.removeEventListener(e, o, a);
	});
}
function K(e, t, n) {
	(t[sr] ??= {})[e] = n;
}
function fr(e) {
	for (var t = 0; t < e.length; t++) cr.add(e[t]);
	for (var n of lr) n(e);
}
var pr = null, mr = !1;
function hr(e) {
	var t = this, n = t.ownerDocument, r = e.type, a = e.composedPath?.() || [], o = a[0] || e.target;
	pr = e, mr || (mr = !0, setTimeout(() => {
		mr = !1, pr = null;
	}));
	var s = 0, c = pr === e && e[sr];
	if (c) {
		var l = a.indexOf(c);
		if (l !== -1 && (t === document || t === window)) {
			e[sr] = t;
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
		var d = H, f = U;
		In(null), Ln(null);
		try {
			for (var p, m = []; o !== null && o !== t;) {
				try {
					var h = o[sr]?.[r];
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
			e[sr] = t, delete e.currentTarget, In(d), Ln(f);
		}
	}
}
// node_modules/svelte/src/internal/client/dom/reconciler.js
var gr = globalThis?.window?.trustedTypes && /* @__PURE__ */ globalThis.window.trustedTypes.createPolicy("svelte-trusted-html", { createHTML: (e) => e });
function _r(e) {
	return gr?.createHTML(e) ?? e;
}
function vr(e) {
	var t = rn("template");
	return t.innerHTML = _r(e.replaceAll("<!>", "<!---->")), t.content;
}
// node_modules/svelte/src/internal/client/dom/template.js
function yr(e, t) {
	var n = U;
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
		if (O) return yr(k, null), k;
		i === void 0 && (i = vr(a ? e : "<!>" + e), n || (i = /* @__PURE__ */ $t(i)));
		var t = r || Jt ? document.importNode(i, !0) : i.cloneNode(!0);
		if (n) {
			var o = /* @__PURE__ */ $t(t), s = t.lastChild;
			yr(o, s);
		} else yr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function br(e, t, n = "svg") {
	var r = !e.startsWith("<!>"), i = !!(t & 1), a = `<${n}>${r ? e : "<!>" + e}</${n}>`, o;
	return () => {
		if (O) return yr(k, null), k;
		if (!o) {
			var e = /* @__PURE__ */ $t(vr(a));
			if (i) for (o = document.createDocumentFragment(); /* @__PURE__ */ $t(e);) o.appendChild(/* @__PURE__ */ $t(e));
			else o = /* @__PURE__ */ $t(e);
		}
		var t = o.cloneNode(!0);
		if (i) {
			var n = /* @__PURE__ */ $t(t), r = t.lastChild;
			yr(n, r);
		} else yr(t, t);
		return t;
	};
}
/*#__NO_SIDE_EFFECTS__*/
function xr(e, t) {
	return /* @__PURE__ */ br(e, t, "svg");
}
function Sr(e = "") {
	if (!O) {
		var t = Qt(e + "");
		return yr(t, t), t;
	}
	var n = k;
	return n.nodeType === 3 ? an(n) : (n.before(n = Qt()), be(n)), yr(n, n), n;
}
function Cr() {
	if (O) return yr(k, null), k;
	var e = document.createDocumentFragment(), t = document.createComment(""), n = Qt();
	return e.append(t, n), yr(t, n), e;
}
function J(e, t) {
	if (O) {
		var n = U;
		n.f & 32768 && n.nodes.end !== null || (n.nodes.end = k), xe();
	} else e !== null && e.before(t);
}
// node_modules/svelte/src/reactivity/create-subscriber.js
function wr(e) {
	let t = 0, n = It(0), r;
	return () => {
		dn() && (W(n), vn(() => (t === 0 && (r = G(() => e(() => Ht(n)))), t += 1, () => {
			Ke(() => {
				--t, t === 0 && (r?.(), r = void 0, Ht(n));
			});
		})));
	};
}
// node_modules/svelte/src/internal/client/dom/blocks/boundary.js
var Tr = S | C;
function Er(e, t, n, r) {
	new Dr(e, t, n, r);
}
var Dr = class {
	parent;
	is_pending = !1;
	transform_error;
	#e;
	#t = O ? k : null;
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
	#m = wr(() => (this.#p = It(this.#l), () => {
		this.#p = null;
	}));
	constructor(e, t, n, r) {
		this.#e = e, this.#n = t, this.#r = (e) => {
			var t = U;
			t.b = this, t.f |= 128, n(e);
		}, this.parent = U.b, this.transform_error = r ?? this.parent?.transform_error ?? ((e) => e), this.#i = yn(() => {
			if (O) {
				let e = we(this.#t);
				xe();
				let t = e === "[!";
				if (e.startsWith("[?")) {
					let t = JSON.parse(e.slice(2));
					this.#g(t);
				} else t ? this.#y() : this.#h();
			} else this.#b();
		}, Tr), O && (this.#e = k);
	}
	#h() {
		try {
			this.#a = bn(() => this.#r(this.#e));
		} catch (e) {
			this.error(e);
		}
	}
	#g(e) {
		let t = this.#n.failed, { reset: n, invoke_onerror: r } = this.#_(e);
		Ke(r), t && (this.#s = bn(() => {
			t(this.#e, () => e, () => n);
		}));
	}
	#_(e) {
		var t = !1, n = !1;
		let r = () => {
			this.#v() || (t ? ve() : (t = !0, n && ze(), this.#s !== null && Dn(this.#s, () => {
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
					sn(e, this.#i && this.#i.parent);
				}
			}
		};
	}
	#v() {
		return (this.#i.f & (y | x)) !== 0;
	}
	#y() {
		let e = this.#n.pending;
		e && (this.is_pending = !0, this.#o = bn(() => e(this.#e)), Ke(() => {
			if (!this.#v()) {
				var e = this.#c = document.createDocumentFragment(), t = Qt(), n = !1;
				e.append(t), this.#a = this.#S(() => {
					try {
						return bn(() => this.#r(t));
					} catch (e) {
						try {
							this.error(e), n = !0;
						} catch (e) {
							sn(e, this.#i.parent);
						}
						return null;
					}
				}), this.#a === null ? (this.#c = null, n && this.#x(P)) : this.#u === 0 && (this.#e.before(e), this.#c = null, Dn(this.#o, () => {
					this.#o = null;
				}), this.#x(P));
			}
		}));
	}
	#b() {
		try {
			if (this.is_pending = this.has_pending_snippet(), this.#u = 0, this.#l = 0, this.#a = bn(() => {
				this.#r(this.#e);
			}), this.#u > 0) {
				var e = this.#c = document.createDocumentFragment();
				jn(this.#a, e);
				let t = this.#n.pending;
				this.#o = bn(() => t(this.#e));
			} else this.#x(P);
		} catch (e) {
			this.error(e);
		}
	}
	#x(e) {
		this.is_pending = !1, e.transfer_reactions(this.#f);
	}
	defer_effect(e) {
		Ze(e, this.#f);
	}
	is_rendered() {
		return !this.is_pending && (!this.parent || this.parent.is_rendered());
	}
	has_pending_snippet() {
		return !!this.#n.pending;
	}
	#S(e) {
		var t = U, n = H, r = Be;
		Ln(this.#i), In(this.#i), Ve(this.#i.ctx);
		try {
			return Tt.ensure(), e();
		} finally {
			Ln(t), In(n), Ve(r);
		}
	}
	#C(e, t) {
		this.has_pending_snippet() ? (this.#u += e, this.#u === 0 && (this.#x(t), this.#o && Dn(this.#o, () => {
			this.#o = null;
		}), this.#c &&= (this.#e.before(this.#c), null))) : this.parent && this.parent.#C(e, t);
	}
	update_pending_count(e, t) {
		this.#C(e, t), this.#l += e, !this.#p || this.#d || (this.#d = !0, Ke(() => {
			this.#d = !1, this.#p && Bt(this.#p, this.#l);
		}));
	}
	get_effect_pending() {
		return this.#m(), W(this.#p);
	}
	error(e) {
		if (e === fe || !this.#n.onerror && !this.#n.failed) throw e;
		P?.is_fork ? (this.#a && P.skip_effect(this.#a), this.#o && P.skip_effect(this.#o), this.#s && P.skip_effect(this.#s), P.oncommit(() => {
			this.#v() || this.#w(e);
		})) : this.#w(e);
	}
	#w(e) {
		this.#a &&= (wn(this.#a), null), this.#o &&= (wn(this.#o), null), this.#s &&= (wn(this.#s), null), O && (be(this.#t), Se(), be(Ce()));
		let t = this.#n.failed, n = (e) => {
			if (this.#v()) return;
			let { reset: n, invoke_onerror: r } = this.#_(e);
			r(), t && !this.#v() && (this.#s = this.#S(() => {
				try {
					return bn(() => {
						var r = U;
						r.b = this, r.f |= 128, t(this.#e, () => e, () => n);
					});
				} catch (e) {
					return sn(e, this.#i.parent), null;
				}
			}));
		};
		Ke(() => {
			if (!this.#v()) {
				var t;
				try {
					t = this.transform_error(e);
				} catch (e) {
					sn(e, this.#i && this.#i.parent);
					return;
				}
				typeof t == "object" && t && typeof t.then == "function" ? t.then(n, (e) => sn(e, this.#i && this.#i.parent)) : n(t);
			}
		});
	}
};
function Y(e, t) {
	var n = t == null ? "" : typeof t == "object" ? `${t}` : t;
	n !== (e[ce] ??= e.nodeValue) && (e[ce] = n, e.nodeValue = `${n}`);
}
function Or(e, t) {
	return Ar(e, t);
}
var kr = /* @__PURE__ */ new Map();
function Ar(e, { target: t, anchor: n, props: i = {}, events: a, context: o, intro: s = !0, transformError: c }) {
	Zt();
	var l = void 0, u = hn(() => {
		var s = n ?? t.appendChild(Qt());
		Er(s, { pending: () => {} }, (t) => {
			j({});
			var n = Be;
			if (o && (n.c = o), a && (i.$$events = a), O && yr(t, null), l = e(t, i) || He(), O && (U.nodes.end = k, k === null || k.nodeType !== 8 || k.data !== "]")) throw ge(), fe;
			M();
		}, c);
		var u = /* @__PURE__ */ new Set(), d = (e) => {
			for (var n = 0; n < e.length; n++) {
				var r = e[n];
				if (!u.has(r)) {
					u.add(r);
					var i = or(r);
					for (let e of [t, document]) {
						var a = kr.get(e);
						a === void 0 && (a = /* @__PURE__ */ new Map(), kr.set(e, a));
						var o = a.get(r);
						o === void 0 ? (e.addEventListener(r, hr, { passive: i }), a.set(r, 1)) : a.set(r, o + 1);
					}
				}
			}
		};
		return d(r(cr)), lr.add(d), () => {
			for (var e of u) for (let n of [t, document]) {
				var r = kr.get(n), i = r.get(e);
				--i == 0 ? (n.removeEventListener(e, hr), r.delete(e), r.size === 0 && kr.delete(n)) : r.set(e, i);
			}
			lr.delete(d), s !== n && s.parentNode?.removeChild(s);
		};
	});
	return jr.set(l, u), l;
}
var jr = /* @__PURE__ */ new WeakMap();
function Mr(e, t) {
	let n = jr.get(e);
	return n ? (jr.delete(e), n(t)) : Promise.resolve();
}
// node_modules/svelte/src/internal/client/dom/blocks/branches.js
var Nr = class {
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
			if (n) kn(n), this.#r.delete(t);
			else {
				var r = this.#n.get(t);
				r && (kn(r.effect), this.#t.set(t, r.effect), this.#n.delete(t), r.fragment.lastChild.remove(), this.anchor.before(r.fragment), n = r.effect);
			}
			for (let [t, n] of this.#e) {
				if (this.#e.delete(t), t === e) break;
				let r = this.#n.get(n);
				r && (wn(r.effect), this.#n.delete(n));
			}
			for (let [e, r] of this.#t) {
				if (e === t || this.#r.has(e)) continue;
				let i = () => {
					if (Array.from(this.#e.values()).includes(e)) {
						var t = document.createDocumentFragment();
						jn(r, t), t.append(Qt()), this.#n.set(e, {
							effect: r,
							fragment: t
						});
					} else wn(r);
					this.#r.delete(e), this.#t.delete(e);
				};
				this.#i || !n ? (this.#r.add(e), Dn(r, i, !1)) : i();
			}
		}
	};
	#o = (e) => {
		this.#e.delete(e);
		let t = Array.from(this.#e.values());
		for (let [e, n] of this.#n) t.includes(e) || (wn(n.effect), this.#n.delete(e));
	};
	ensure(e, t) {
		var n = P, r = nn();
		if (t && !this.#t.has(e) && !this.#n.has(e)) {
			if (r) {
				var i = document.createDocumentFragment(), a = Qt();
				i.append(a), this.#n.set(e, {
					effect: bn(() => t(a)),
					fragment: i
				});
			} else this.#t.set(e, bn(() => t(this.anchor)));
		}
		if (this.#e.set(n, e), r) {
			for (let [t, r] of this.#t) t === e ? n.unskip_effect(r) : n.skip_effect(r);
			for (let [t, r] of this.#n) t === e ? n.unskip_effect(r.effect) : n.skip_effect(r.effect);
			n.oncommit(this.#a), n.ondiscard(this.#o);
		} else O && (this.anchor = k), this.#a(n);
	}
};
// node_modules/svelte/src/internal/client/dom/blocks/if.js
function X(e, t, n = !1) {
	var r;
	O && (r = k, xe());
	var i = new Nr(e), a = n ? S : 0;
	function o(e, t) {
		if (O) {
			var n = we(r);
			if (e !== parseInt(n.substring(1))) {
				var a = Ce();
				be(a), i.anchor = a, ye(!1), i.ensure(e, t), ye(!0);
				return;
			}
		}
		i.ensure(e, t);
	}
	yn(() => {
		var e = !1;
		t((t, n = 0) => {
			e = !0, o(n, t);
		}), e || o(-1, null);
	}, a);
}
// node_modules/svelte/src/internal/client/dom/blocks/key.js
var Pr = Symbol("NaN");
function Fr(e, t, n) {
	O && xe();
	var r = new Nr(e), i = !Ue();
	yn(() => {
		var e = t();
		e !== e && (e = Pr), i && typeof e == "object" && e && (e = {}), r.ensure(e, n);
	});
}
// node_modules/svelte/src/internal/client/dom/blocks/each.js
function Ir(e, t) {
	return t;
}
function Lr(e, t, n) {
	for (var i = [], a = t.length, o, s = t.length, c = 0; c < a; c++) {
		let n = t[c];
		Dn(n, () => {
			if (o) {
				if (o.pending.delete(n), o.done.add(n), o.pending.size === 0) {
					var t = e.outrogroups;
					Rr(e, r(o.done)), t.delete(o), t.size === 0 && (e.outrogroups = null);
				}
			} else --s;
		}, !1);
	}
	if (s === 0) {
		var l = i.length === 0 && n !== null && e.pending.size === 0;
		if (l) {
			var u = n, d = u.parentNode;
			tn(d), d.append(u), e.items.clear();
		}
		Rr(e, t, !l);
	} else o = {
		pending: new Set(t),
		done: /* @__PURE__ */ new Set()
	}, (e.outrogroups ??= /* @__PURE__ */ new Set()).add(o);
}
function Rr(e, t, n = !0) {
	var r;
	if (e.pending.size > 0) {
		r = /* @__PURE__ */ new Set();
		for (let t of e.pending.values()) for (let n of t) r.add(e.items.get(n).e);
	}
	for (var i = 0; i < t.length; i++) {
		var a = t[i];
		r?.has(a) ? (a.f |= ee, jn(a, document.createDocumentFragment())) : wn(t[i], n);
	}
}
var zr;
function Z(t, n, i, a, o, s = null) {
	var c = t, l = /* @__PURE__ */ new Map();
	if (n & 4) {
		var u = t;
		c = O ? be(/* @__PURE__ */ $t(u)) : u.appendChild(Qt());
	}
	O && xe();
	var d = null, f = /* @__PURE__ */ lt(() => {
		var t = i();
		return e(t) ? t : t == null ? [] : r(t);
	}), p = /* @__PURE__ */ new Map(), m = !0;
	function h(e) {
		if (!(_.effect.f & 16384)) {
			_.pending.delete(e);
			var t = W(f);
			_.fallback = d, Vr(_, t, c, n, a), d !== null && (t.length === 0 ? d.f & 33554432 ? (d.f ^= ee, Ur(d, null, c)) : kn(d) : Dn(d, () => {
				d = null;
			}));
		}
	}
	function g(e) {
		_.pending.delete(e);
	}
	var _ = {
		effect: yn(() => {
			var e = W(f), t = e.length;
			let r = !1;
			O && we(c) === "[!" != (t === 0) && (c = Ce(), be(c), ye(!1), r = !0);
			for (var u = /* @__PURE__ */ new Set(), _ = P, v = nn(), y = 0; y < t; y += 1) {
				O && k.nodeType === 8 && k.data === "]" && (c = k, r = !0, ye(!1));
				var b = e[y], x = a(b, y), S = m ? null : l.get(x);
				S ? (S.v && Bt(S.v, b), S.i && Bt(S.i, y), v && _.unskip_effect(S.e)) : (S = Hr(l, m ? c : zr ??= Qt(), b, x, y, o, n, i), m || (S.e.f |= ee), l.set(x, S)), u.add(x);
			}
			if (t === 0 && s && !d && (m ? d = bn(() => s(c)) : (d = bn(() => s(zr ??= Qt())), d.f |= ee)), t > u.size && Ae("", "", ""), O && t > 0 && be(Ce()), !m) {
				if (p.set(_, u), v) {
					for (let [e, t] of l) u.has(e) || _.skip_effect(t.e);
					_.oncommit(h), _.ondiscard(g);
				} else h(_);
			}
			r && ye(!0), W(f);
		}),
		flags: n,
		items: l,
		pending: p,
		outrogroups: null,
		fallback: d
	};
	m = !1, O && (c = k);
}
function Br(e) {
	for (; e !== null && !(e.f & 32);) e = e.next;
	return e;
}
function Vr(e, t, n, i, a) {
	var o = !!(i & 8), s = t.length, c = e.items, l = Br(e.effect.first), u, d = null, f, p = [], m = [], h, g, _, v;
	if (o) for (v = 0; v < s; v += 1) h = t[v], g = a(h, v), _ = c.get(g).e, _.f & 33554432 || (_.nodes?.a?.measure(), (f ??= /* @__PURE__ */ new Set()).add(_));
	for (v = 0; v < s; v += 1) {
		if (h = t[v], g = a(h, v), _ = c.get(g).e, e.outrogroups !== null) for (let t of e.outrogroups) t.pending.delete(_), t.done.delete(_);
		if (_.f & 8192 && (kn(_), o && (_.nodes?.a?.unfix(), (f ??= /* @__PURE__ */ new Set()).delete(_))), _.f & 33554432) {
			if (_.f ^= ee, _ === l) Ur(_, null, n);
			else {
				var y = d ? d.next : l;
				_ === e.effect.last && (e.effect.last = _.prev), _.prev && (_.prev.next = _.next), _.next && (_.next.prev = _.prev), Wr(e, d, _), Wr(e, _, y), Ur(_, y, n), d = _, p = [], m = [], l = Br(d.next);
				continue;
			}
		}
		if (_ !== l) {
			if (u !== void 0 && u.has(_)) {
				if (p.length < m.length) {
					var b = m[0], x;
					d = b.prev;
					var S = p[0], C = p[p.length - 1];
					for (x = 0; x < p.length; x += 1) Ur(p[x], b, n);
					for (x = 0; x < m.length; x += 1) u.delete(m[x]);
					Wr(e, S.prev, C.next), Wr(e, d, S), Wr(e, C, b), l = b, d = C, --v, p = [], m = [];
				} else u.delete(_), Ur(_, l, n), Wr(e, _.prev, _.next), Wr(e, _, d === null ? e.effect.first : d.next), Wr(e, d, _), d = _;
				continue;
			}
			for (p = [], m = []; l !== null && l !== _;) (u ??= /* @__PURE__ */ new Set()).add(l), m.push(l), l = Br(l.next);
			if (l === null) continue;
		}
		_.f & 33554432 || p.push(_), d = _, l = Br(_.next);
	}
	if (e.outrogroups !== null) {
		for (let t of e.outrogroups) t.pending.size === 0 && (Rr(e, r(t.done)), e.outrogroups?.delete(t));
		e.outrogroups.size === 0 && (e.outrogroups = null);
	}
	if (l !== null || u !== void 0) {
		var w = [];
		if (u !== void 0) for (_ of u) _.f & 8192 || w.push(_);
		for (; l !== null;) !(l.f & 8192) && l !== e.fallback && w.push(l), l = Br(l.next);
		var T = w.length;
		if (T > 0) {
			var te = i & 4 && s === 0 ? n : null;
			if (o) {
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.measure();
				for (v = 0; v < T; v += 1) w[v].nodes?.a?.fix();
			}
			Lr(e, w, te);
		}
	}
	o && Ke(() => {
		if (f !== void 0) for (_ of f) _.nodes?.a?.apply();
	});
}
function Hr(e, t, n, r, i, a, o, s) {
	var c = o & 1 ? o & 16 ? It(n) : /* @__PURE__ */ Lt(n, !1, !1) : null, l = o & 2 ? It(i) : null;
	return {
		v: c,
		i: l,
		e: bn(() => (a(t, c ?? n, l ?? i, s), () => {
			e.delete(r);
		}))
	};
}
function Ur(e, t, n) {
	if (e.nodes) for (var r = e.nodes.start, i = e.nodes.end, a = t && !(t.f & 33554432) ? t.nodes.start : n; r !== null;) {
		var o = /* @__PURE__ */ en(r);
		if (a.before(r), r === i) return;
		r = o;
	}
}
function Wr(e, t, n) {
	t === null ? e.effect.first = n : t.next = n, n === null ? e.effect.last = t : n.prev = t;
}
// node_modules/svelte/src/internal/client/dom/blocks/snippet.js
function Gr(e, t, ...n) {
	var r = new Nr(e);
	yn(() => {
		let e = t() ?? null;
		r.ensure(e, e && ((t) => e(t, ...n)));
	}, S);
}
// node_modules/svelte/src/internal/shared/attributes.js
var Kr = [..." 	\n\r\f\xA0\v﻿"];
function qr(e, t, n) {
	var r = e == null ? "" : "" + e;
	if (t && (r = r ? r + " " + t : t), n) {
		for (var i of Object.keys(n)) if (n[i]) r = r ? r + " " + i : i;
		else if (r.length) for (var a = i.length, o = 0; (o = r.indexOf(i, o)) >= 0;) {
			var s = o + a;
			(o === 0 || Kr.includes(r[o - 1])) && (s === r.length || Kr.includes(r[s])) ? r = (o === 0 ? "" : r.substring(0, o)) + r.substring(s + 1) : o = s;
		}
	}
	return r === "" ? null : r;
}
function Jr(e, t = !1) {
	var n = t ? " !important;" : ";", r = "";
	for (var i of Object.keys(e)) {
		var a = e[i];
		a != null && a !== "" && (r += " " + i + ": " + a + n);
	}
	return r;
}
function Yr(e) {
	return e[0] !== "-" || e[1] !== "-" ? e.toLowerCase() : e;
}
function Xr(e, t) {
	if (t) {
		var n = "", r, i;
		if (Array.isArray(t) ? (r = t[0], i = t[1]) : r = t, e) {
			e = String(e).replaceAll(/\/\*.*?\*\//g, "").trim();
			var a = !1, o = 0, s = !1, c = [];
			r && c.push(...Object.keys(r).map(Yr)), i && c.push(...Object.keys(i).map(Yr));
			var l = 0, u = -1;
			let t = e.length;
			for (var d = 0; d < t; d++) {
				var f = e[d];
				if (s ? f === "/" && e[d - 1] === "*" && (s = !1) : a ? a === f && (a = !1) : f === "/" && e[d + 1] === "*" ? s = !0 : f === "\"" || f === "'" ? a = f : f === "(" ? o++ : f === ")" && o--, !s && a === !1 && o === 0) {
					if (f === ":" && u === -1) u = d;
					else if (f === ";" || d === t - 1) {
						if (u !== -1) {
							var p = Yr(e.substring(l, u).trim());
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
		return r && (n += Jr(r)), i && (n += Jr(i, !0)), n = n.trim(), n === "" ? null : n;
	}
	return e == null ? null : String(e);
}
// node_modules/svelte/src/internal/client/dom/elements/class.js
function Zr(e, t, n, r, i, a) {
	var o = e[oe];
	if (O || o !== n || o === void 0) {
		var s = qr(n, r, a);
		O && s === e.getAttribute("class") || (s == null ? e.removeAttribute("class") : t ? e.className = s : e.setAttribute("class", s)), e[oe] = n;
	} else if (a && i !== a) for (var c in a) {
		var l = !!a[c];
		(i == null || l !== !!i[c]) && e.classList.toggle(c, l);
	}
	return a;
}
// node_modules/svelte/src/internal/client/dom/elements/style.js
function Qr(e, t = {}, n, r) {
	for (var i in n) {
		var a = n[i];
		t[i] !== a && (n[i] == null ? e.style.removeProperty(i) : e.style.setProperty(i, a, r));
	}
}
function $r(e, t, n, r) {
	var i = e[se];
	if (O || i !== t) {
		var a = Xr(t, r);
		O && a === e.getAttribute("style") || (a == null ? e.removeAttribute("style") : e.style.cssText = a), e[se] = t;
	} else r && (Array.isArray(r) ? (Qr(e, n?.[0], r[0]), Qr(e, n?.[1], r[1], "important")) : Qr(e, n, r));
	return r;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/select.js
function ei(e, t) {
	t ? e.hasAttribute("selected") || e.setAttribute("selected", "") : e.removeAttribute("selected");
}
function ti(t, n) {
	var r = t.__defaultValue, i = t.multiple, a = i ? r ?? [] : null;
	if (!i || e(a)) {
		var o = t.selectedIndex, s = n && i ? new Set(t.selectedOptions) : null;
		for (var c of t.options) {
			var l = ai(c);
			ei(c, i ? a.includes(l) : Kt(l, r));
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
function ni(t, n, r = !1) {
	if (t.multiple) {
		if (n == null) return;
		if (!e(n)) return _e();
		for (var i of t.options) i.selected = n.includes(ai(i));
	} else {
		for (i of t.options) if (Kt(ai(i), n)) {
			i.selected = !0;
			return;
		}
		r && n === void 0 || (t.selectedIndex = -1);
	}
}
function ri(e) {
	var t = new MutationObserver((t) => {
		t.every(oi) || ("__defaultValue" in e && ti(e, !1), "__value" in e && ni(e, e.__value));
	});
	t.observe(e, {
		childList: !0,
		subtree: !0,
		attributes: !0,
		attributeFilter: ["value"]
	}), fn(() => {
		t.disconnect();
	});
}
function ii(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet(), i = !0;
	tt(e, "change", (t) => {
		var i = t ? "[selected]" : ":checked", a;
		if (e.multiple) a = [].map.call(e.querySelectorAll(i), ai);
		else {
			var o = e.querySelector(i) ?? e.querySelector("option:not([disabled])");
			a = o && ai(o);
		}
		n(a), e.__value = a, P !== null && r.add(P);
	}), gn(() => {
		var a = t();
		if (e === document.activeElement) {
			var o = P;
			if (r.has(o)) return;
		}
		if (ni(e, a, i), i && a === void 0) {
			var s = e.querySelector(":checked");
			s !== null && (a = ai(s), n(a));
		}
		e.__value = a, i = !1;
	});
}
function ai(e) {
	return "__value" in e ? e.__value : e.value;
}
function oi(e) {
	if (e.target.closest("selectedcontent") !== null) return !0;
	if (e.type === "childList") {
		var t = [...e.addedNodes, ...e.removedNodes];
		return t.length > 0 && t.every((e) => e.nodeName === "SELECTEDCONTENT");
	}
	return !1;
}
// node_modules/svelte/src/internal/client/dom/elements/attributes.js
var si = Symbol("is custom element"), ci = Symbol("is html"), li = de ? "link" : "LINK", ui = de ? "progress" : "PROGRESS";
function di(e) {
	if (O) {
		var t = !1, n = () => {
			if (!t) {
				if (t = !0, e.hasAttribute("value")) {
					var n = e.value;
					Q(e, "value", null), e.value = n;
				}
				if (e.hasAttribute("checked")) {
					var r = e.checked;
					Q(e, "checked", null), e.checked = r;
				}
			}
		};
		e[le] = n, Ke(n), $e();
	}
}
function fi(e, t) {
	var n = pi(e);
	n.value !== (n.value = t ?? void 0) && (e.value !== t || t === 0 && e.nodeName === ui) && (e.value = t ?? "");
}
function Q(e, t, n, r) {
	var i = pi(e);
	if (!(O && (i[t] = e.getAttribute(t), t === "src" || t === "srcset" || t === "href" && e.nodeName === li))) {
		var a = i[t];
		a !== (i[t] = n) && (t === "loading" && (e[ie] = n), n == null ? e.removeAttribute(t) : typeof n != "string" && hi(e).has(t) ? e[t] = n : (!O || typeof n != "number" && typeof n != "boolean" || a !== String(n)) && e.setAttribute(t, n));
	}
}
function pi(e) {
	return e[ae] ??= {
		[si]: e.nodeName.includes("-"),
		[ci]: e.namespaceURI === me
	};
}
var mi = /* @__PURE__ */ new Map();
function hi(e) {
	var t = e.getAttribute("is") || e.nodeName, n = mi.get(t);
	if (n) return n;
	mi.set(t, n = /* @__PURE__ */ new Set());
	for (var r, i = e, a = Element.prototype; a !== i;) {
		for (var s in r = o(i), r) r[s].set && s !== "innerHTML" && s !== "textContent" && s !== "innerText" && n.add(s);
		i = l(i);
	}
	return n;
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/input.js
function gi(e, t, n = t) {
	var r = /* @__PURE__ */ new WeakSet();
	tt(e, "input", async (i) => {
		var a = i ? e.defaultValue : e.value;
		if (a = xi(e) ? Si(a) : a, n(a), P !== null && r.add(P), await nr(), a !== (a = t())) {
			var o = e.selectionStart, s = e.selectionEnd, c = e.value.length;
			if (e.value = a ?? "", s !== null) {
				var l = e.value.length;
				o === s && s === c && l > c ? (e.selectionStart = l, e.selectionEnd = l) : (e.selectionStart = o, e.selectionEnd = Math.min(s, l));
			}
		}
	}), (O && e.defaultValue !== e.value || G(t) == null && e.value) && (n(xi(e) ? Si(e.value) : e.value), P !== null && r.add(P)), vn(() => {
		var n = t();
		if (e === document.activeElement) {
			var i = P;
			if (r.has(i)) return;
		}
		xi(e) && n === Si(e.value) || (e.type !== "date" || n || e.value) && n !== e.value && (e.value = n ?? "");
	});
}
var _i = /* @__PURE__ */ new Set();
function vi(e, t, n, r, i = r) {
	var a = n.getAttribute("type") === "checkbox", o = e;
	let s = !1;
	if (t !== null) for (var c of t) o = o[c] ??= [];
	o.push(n), tt(n, "change", () => {
		var e = n.__value;
		a && (e = bi(o, e, n.checked)), i(e);
	}, () => i(a ? [] : null)), vn(() => {
		var e = r();
		O && n.defaultChecked !== n.checked ? s = !0 : a ? (e ||= [], n.checked = e.includes(n.__value)) : n.checked = Kt(n.__value, e);
	}), fn(() => {
		var e = o.indexOf(n);
		e !== -1 && o.splice(e, 1);
	}), _i.has(o) || (_i.add(o), Ke(() => {
		o.sort((e, t) => e.compareDocumentPosition(t) === 4 ? -1 : 1), _i.delete(o);
	})), Ke(() => {
		if (s) {
			var e = a ? bi(o, e, n.checked) : o.find((e) => e.checked)?.__value;
			i(e);
		}
	});
}
function yi(e, t, n = t) {
	tt(e, "change", (t) => {
		n(t ? e.defaultChecked : e.checked);
	}), (O && e.defaultChecked !== e.checked || G(t) == null) && n(e.checked), vn(() => {
		e.checked = !!t();
	});
}
function bi(e, t, n) {
	for (var r = /* @__PURE__ */ new Set(), i = 0; i < e.length; i += 1) e[i].checked && r.add(e[i].__value);
	return n || r.delete(t), Array.from(r);
}
function xi(e) {
	var t = e.type;
	return t === "number" || t === "range";
}
function Si(e) {
	return e === "" ? null : +e;
}
var Ci = /* @__PURE__ */ new class e {
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
function wi(e, t, n) {
	var r = Ci.observe(e, () => n(e[t]));
	gn(() => (G(() => n(e[t])), r));
}
// node_modules/svelte/src/internal/client/dom/elements/bindings/this.js
function Ti(e, t) {
	return e === t || e?.[D] === t;
}
function Ei(e = He(), t, n, r) {
	var i = Be.r, a = U;
	return gn(() => {
		var o, s;
		return vn(() => {
			o = s, s = r?.() || [], G(() => {
				Ti(n(...s), e) || (t(e, ...s), o && Ti(n(...o), e) && t(null, ...o));
			});
		}), () => {
			let r = a;
			for (; r !== i && r.parent !== null && r.parent.f & 33554432;) r = r.parent;
			let o = () => {
				s && Ti(n(...s), e) && t(null, ...s);
			}, c = r.teardown;
			r.teardown = () => {
				o(), c?.();
			};
		};
	}), e;
}
// node_modules/svelte/src/internal/client/reactivity/store.js
var Di = !1;
function Oi(e) {
	var t = Di;
	try {
		return Di = !1, [e(), Di];
	} finally {
		Di = t;
	}
}
// node_modules/svelte/src/internal/client/reactivity/props.js
function ki(e, t, n, r) {
	var i = !0, o = !!(n & 8), s = !!(n & 16), c = r, l = !0, u = void 0, d = () => s && i ? (u ??= /* @__PURE__ */ ot(r), W(u)) : (l && (l = !1, c = s ? G(r) : r), c);
	let f;
	if (o) {
		var p = D in e || re in e;
		f = a(e, t)?.set ?? (p && t in e ? (n) => e[t] = n : void 0);
	}
	var m, h = !1;
	o ? [m, h] = Oi(() => e[t]) : m = e[t], m === void 0 && r !== void 0 && (m = d(), f && (i && Fe(t), f(m)));
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
	var v = !1, y = (n & 1 ? ot : lt)(() => (v = !1, g()));
	o && W(y);
	var b = U;
	return (function(e, t) {
		if (arguments.length > 0) {
			let n = t ? W(y) : i && o ? Wt(e) : e;
			return I(y, n), v = !0, c !== void 0 && (c = n), e;
		}
		return Nn && v || b.f & 16384 ? y.v : W(y);
	});
}
function Ai(e) {
	Be === null && Oe("onMount"), pn(() => {
		let t = G(e);
		if (typeof t == "function") return t;
	});
}
// src/notebook/page.svelte.ts
var ji = [
	"page",
	"scenarios",
	"scenario",
	"seed",
	"run",
	"language",
	"busy",
	"trouble"
], Mi = class {
	model;
	#e = /* @__PURE__ */ F(null);
	get page() {
		return W(this.#e);
	}
	set page(e) {
		I(this.#e, e);
	}
	#t = /* @__PURE__ */ F({});
	get scenarios() {
		return W(this.#t);
	}
	set scenarios(e) {
		I(this.#t, e);
	}
	#n = /* @__PURE__ */ F("");
	get scenario() {
		return W(this.#n);
	}
	set scenario(e) {
		I(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ F(0);
	get seed() {
		return W(this.#r);
	}
	set seed(e) {
		I(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ F(0);
	get run() {
		return W(this.#i);
	}
	set run(e) {
		I(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ F("en");
	get language() {
		return W(this.#a);
	}
	set language(e) {
		I(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ F(!1);
	get busy() {
		return W(this.#o);
	}
	set busy(e) {
		I(this.#o, e, !0);
	}
	#s = /* @__PURE__ */ F("");
	get trouble() {
		return W(this.#s);
	}
	set trouble(e) {
		I(this.#s, e, !0);
	}
	constructor(e) {
		this.model = e, this.read();
		for (let t of ji) e.on(`change:${t}`, this.read);
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
		for (let e of ji) this.model.off(`change:${e}`, this.read);
	}
};
// node_modules/svelte/src/internal/disclose-version.js
typeof window < "u" && ((window.__svelte ??= {}).v ??= /* @__PURE__ */ new Set()).add("5");
// src/dates.ts
var Ni = 1440;
function Pi({ year: e, month: t, day: n }, r) {
	let i = t <= 2 ? e - 1 : e, a = Math.floor((153 * ((t + 9) % 12) + 2) / 5) + n - 1, o = Math.floor(i / 4) - (r ? Math.floor(i / 100) - Math.floor(i / 400) : 0);
	return i * 365 + o + a;
}
function Fi(e, t) {
	let n = Math.floor(e / 365.2425) + 1, r = (e) => Pi({
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
function Ii(e) {
	return ((Pi(e, !0) + 2) % 7 + 7) % 7;
}
var Li = (e) => String(e).padStart(2, "0"), Ri = class {
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
		this.at = o * 60 + s, this.both = e.calendar === "julian", this.first = Pi(c, !this.both), this.firstNew = this.both ? Pi(c, !0) + e.julian_days : this.first;
		let [l = 1, u = 1, d = 1] = (e.reform || "").split("-").map(Number);
		this.reform = e.reform ? Pi({
			year: l,
			month: u,
			day: d
		}, !0) : Infinity;
	}
	dayIndex(e) {
		return Math.floor((e + this.at) / Ni);
	}
	dayStart(e) {
		return e * Ni - this.at;
	}
	isNew(e) {
		return !this.both || this.firstNew + this.dayIndex(e) >= this.reform;
	}
	date(e) {
		return this.isNew(e) ? this.newDate(e) : Fi(this.first + this.dayIndex(e), !this.both);
	}
	newDate(e) {
		return Fi(this.firstNew + this.dayIndex(e), !0);
	}
	clock(e) {
		let t = ((Math.floor(e) + this.at) % Ni + Ni) % Ni;
		return `${Li(Math.floor(t / 60))}:${Li(t % 60)}`;
	}
	short(e, t) {
		return Bi(this.date(e), t);
	}
	moment(e, t) {
		return `${this.short(e, t)} ${this.clock(e)}`;
	}
	long(e, t) {
		return Vi(this.date(e), Ii(this.newDate(e)), t);
	}
	other(e, t) {
		return this.isNew(e) ? "" : Bi(this.newDate(e), t);
	}
};
function zi(e, t) {
	return t.list("calendar", "months")[e.month - 1] ?? String(e.month);
}
function Bi(e, t) {
	return t.word("calendar", "newday", {
		day: e.day,
		month: zi(e, t),
		year: e.year
	});
}
function Vi(e, t, n) {
	let r = n.list("calendar", "weekdays")[t] ?? "";
	return n.word("calendar", "day", {
		weekday: r,
		day: e.day,
		month: zi(e, n),
		year: e.year
	});
}
var Hi = "—", Ui = {
	thousands: " ",
	from: 5,
	decimal: ",",
	percent: "\xA0%"
}, Wi = {
	en: {
		thousands: ",",
		from: 4,
		decimal: ".",
		percent: "%"
	},
	es: Ui,
	pl: {
		...Ui,
		percent: "%"
	},
	ru: Ui
};
function Gi(e, t = {}) {
	let n = (e) => t[e] !== void 0 && t[e] !== null && t[e] !== "";
	return e.replace(/\[([^[\]]*)\]/g, (e, t) => [...t.matchAll(/\{(\w+)\}/g)].every((e) => n(e[1])) ? t : "").replace(/\{(\w+)\}/g, (e, r) => n(r) ? String(t[r]) : Hi);
}
function Ki(e, t) {
	let n = Wi[t] ?? Ui, [r = "", i] = e.split("."), a = r.replace(/[^0-9]/g, "").length >= n.from ? n.thousands : "";
	return r.replaceAll(",", a) + (i ? n.decimal + i : "");
}
function qi(e, t) {
	return !t && Number.isSafeInteger(e) ? String(e).replace(/\B(?=(\d{3})+$)/g, ",") : e.toLocaleString("en-US", {
		minimumFractionDigits: t,
		maximumFractionDigits: t
	});
}
function Ji(e, t, n = 0) {
	return Ki(qi(e, n), t);
}
function Yi(e, t, n = 0) {
	return Ji(e * 100, t, n) + (Wi[t] ?? Ui).percent;
}
var Xi = class {
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
		return typeof r == "string" ? Gi(r, n) : t;
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
		return n ? (n[this.rules.select(Math.abs(t))] ?? n.other ?? n.many ?? "{n}").replace("{n}", Ji(t, this.code)) : Ji(t, this.code);
	}
	pick(e) {
		return e ? e[this.code] ?? e.en ?? Object.values(e)[0] ?? "" : "";
	}
	number(e, t = 0) {
		return Ji(e, this.code, t);
	}
	percent(e, t = 0) {
		return Yi(e, this.code, t);
	}
}, Zi = /* @__PURE__ */ q("<span class=\"szqy\"> </span>");
function Qi(e, t) {
	j(t, !0);
	var n = Zi(), r = z(n, !0);
	V(() => Y(r, "AB"[t.i])), J(e, n), M();
}
// src/player/Clock.svelte
var $i = /* @__PURE__ */ q(" <span class=\"style s196\"> </span>", 1), ea = /* @__PURE__ */ q("<p class=\"other s196\"> <span class=\"style s196\"> </span></p>"), ta = /* @__PURE__ */ q("<div class=\"clock s196\"><time class=\"hour s196\"> </time> <p class=\"day s196\"> <!></p> <!></div>");
function na(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => t.speech.calendar), r = /* @__PURE__ */ N(() => t.speech.words), i = /* @__PURE__ */ N(() => W(n).other(t.time.shown, W(r)));
	var a = ta(), o = L(a), s = z(o, !0), c = B(o, 2), l = L(c, !0), u = B(l), d = (e) => {
		var t = $i(), n = R(t, !0);
		n.nodeValue = " ";
		var i = z(B(n), !0);
		V((e) => Y(i, e), [() => W(r).t("old_style")]), J(e, t);
	};
	X(u, (e) => {
		W(i) && e(d);
	}), A(c);
	var f = B(c, 2), p = (e) => {
		var t = ea(), n = L(t), a = z(B(n), !0);
		A(t), V((e) => {
			Y(n, `${W(i) ?? ""} `), Y(a, e);
		}, [() => W(r).t("new_style")]), J(e, t);
	};
	X(f, (e) => {
		W(i) && e(p);
	}), A(a), V((e, t) => {
		Y(s, e), Y(l, t);
	}, [() => W(n).clock(t.time.shown), () => W(n).long(t.time.shown, W(r))]), J(e, a), M();
}
// src/player/time.svelte.ts
var ra = [
	5,
	15,
	60,
	240
], ia = class {
	minutes;
	#e = /* @__PURE__ */ F(0);
	get shown() {
		return W(this.#e);
	}
	set shown(e) {
		I(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ F(!1);
	get playing() {
		return W(this.#t);
	}
	set playing(e) {
		I(this.#t, e, !0);
	}
	#n = /* @__PURE__ */ F(60);
	get speed() {
		return W(this.#n);
	}
	set speed(e) {
		I(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ F(!0);
	get keys() {
		return W(this.#r);
	}
	set keys(e) {
		I(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ F(!1);
	get still() {
		return W(this.#i);
	}
	set still(e) {
		I(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ F(0);
	get calls() {
		return W(this.#a);
	}
	set calls(e) {
		I(this.#a, e, !0);
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
}, aa = [
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
		act: oa
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
function oa(e) {
	let t = [-1, ...e.page.stage.authorities.flatMap((e, t) => e.contender ? [t] : [])];
	e.layer = t[(t.indexOf(e.layer) + 1) % t.length] ?? -1;
}
function sa(e, t, n, r) {
	if (e.ctrlKey || e.metaKey || e.altKey || ca(e.target)) return !1;
	if (e.key === "?" && t.time.keys) return r(), !0;
	if (!t.time.keys && e.key !== "Escape" || e.key === " " && e.target instanceof HTMLElement && e.target.closest("button, summary, label, a")) return !1;
	let i = ra[Number(e.key) - 1];
	i && (t.time.speed = i);
	let a = aa.find((t) => t.keys.includes(e.key.length === 1 ? e.key.toLowerCase() : e.key));
	return a?.act(t, n), a !== void 0;
}
function ca(e) {
	return e instanceof HTMLElement ? e.isContentEditable || e.matches("select, textarea, dialog *, input:not([type=checkbox])") : !1;
}
// src/player/Icon.svelte
var la = /* @__PURE__ */ xr("<svg width=\"20\" height=\"20\" viewBox=\"0 0 24 24\" fill=\"currentColor\" fill-rule=\"evenodd\" aria-hidden=\"true\"><path></path></svg>");
function ua(e, t) {
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
	var r = la(), i = z(r);
	V(() => Q(i, "d", n[t.name])), J(e, r);
}
// src/player/KeysHelp.svelte
var da = /* @__PURE__ */ q("<div class=\"syiq\"><dt class=\"syiq\"><kbd class=\"syiq\"> </kbd></dt><dd class=\"syiq\"> </dd></div>"), fa = /* @__PURE__ */ q("<dialog aria-labelledby=\"keys-title\" class=\"syiq\"><header class=\"syiq\"><h2 id=\"keys-title\" class=\"syiq\"> </h2> <button type=\"button\" class=\"syiq\"><!></button></header> <label class=\"syiq\"><input type=\"checkbox\" class=\"syiq\"/> </label> <dl class=\"syiq\"><!> <div class=\"syiq\"><dt class=\"syiq\"><kbd class=\"syiq\">?</kbd></dt><dd class=\"syiq\"> </dd></div></dl></dialog>");
function pa(e, t) {
	j(t, !0);
	let n = ki(t, "shows", 7), r;
	function i() {
		n().time.playing = !1, r.showModal();
	}
	var a = { open: i }, o = fa(), s = L(o), c = L(s), l = z(c, !0), u = B(c, 2);
	ua(L(u), { name: "close" }), A(u), A(s);
	var d = B(s, 2), f = L(d);
	di(f);
	var p = B(f);
	A(d);
	var m = B(d, 2), h = L(m);
	Z(h, 17, () => aa, (e) => e.shown, (e, n) => {
		var r = da(), i = L(r), a = z(L(i), !0);
		A(i);
		var o = z(B(i), !0);
		A(r), V((e) => {
			Y(a, W(n).shown), Y(o, e);
		}, [() => t.words.t(W(n).word)]), J(e, r);
	});
	var g = B(h, 2), _ = z(B(L(g)), !0);
	return A(g), A(m), A(o), Ei(o, (e) => r = e, () => r), V((e, t, n, r) => {
		Y(l, e), Q(u, "aria-label", t), Y(p, ` ${n ?? ""}`), Y(_, r);
	}, [
		() => t.words.t("keys_title"),
		() => t.words.t("close"),
		() => t.words.t("keys_on"),
		() => t.words.t("keys_title")
	]), K("click", u, () => r.close()), yi(f, () => n().time.keys, (e) => n().time.keys = e), J(e, o), M(a);
}
fr(["click"]);
// src/player/shapes.ts
var ma = [
	"#C04F00",
	"#0072B2",
	"#6B6B6B"
], ha = "#8A8375";
function $(e) {
	return e < 0 ? ha : ma[Math.min(e, 2)] ?? "#8A8375";
}
function ga(e) {
	return [
		0,
		4,
		3,
		4,
		5,
		6
	][Math.min(Math.max(e, 0), 5)];
}
function _a(e, t, n, r) {
	let i = ga(e);
	if (i === 0) return [];
	let a = r * Math.sqrt(2 * Math.PI / (i * Math.sin(2 * Math.PI / i))), o = e === 1 ? Math.PI / 4 : -Math.PI / 2;
	return Array.from({ length: i }, (e, r) => {
		let s = o + r * 2 * Math.PI / i;
		return [t + a * Math.cos(s), n + a * Math.sin(s)];
	});
}
function va(e, t, n, r, i) {
	ga(t) === 0 ? (e.moveTo(n + i, r), e.arc(n, r, i, 0, 2 * Math.PI)) : (_a(t, n, r, i).forEach(([t, n], r) => r ? e.lineTo(t, n) : e.moveTo(t, n)), e.closePath());
}
function ya(e, t, n, r) {
	return ga(e) === 0 ? `M${t - r},${n}a${r},${r} 0 1 0 ${2 * r},0a${r},${r} 0 1 0 ${-2 * r},0Z` : `M${_a(e, t, n, r).map(([e, t]) => `${e.toFixed(2)},${t.toFixed(2)}`).join("L")}Z`;
}
// src/player/Glyph.svelte
var ba = /* @__PURE__ */ xr("<circle cx=\"7\" cy=\"7\" r=\"4.2\" fill=\"#fff\" stroke-width=\"1.4\"></circle>"), xa = /* @__PURE__ */ xr("<path stroke=\"#23201B\" stroke-width=\"0.6\"></path>"), Sa = /* @__PURE__ */ xr("<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" class=\"sk1s\"><!></svg>");
function Ca(e, t) {
	j(t, !0);
	let n = ki(t, "size", 3, 14);
	var r = Sa(), i = L(r), a = (e) => {
		var n = ba();
		V((e) => Q(n, "stroke", e), [() => $(t.look)]), J(e, n);
	}, o = (e) => {
		var n = xa();
		V((e, t) => {
			Q(n, "d", e), Q(n, "fill", t);
		}, [() => ya(t.look, 7, 7, 5), () => $(t.look)]), J(e, n);
	};
	X(i, (e) => {
		t.look < 0 ? e(a) : e(o, -1);
	}), A(r), V(() => {
		Q(r, "width", n()), Q(r, "height", n());
	}), J(e, r), M();
}
// src/player/Layers.svelte
var wa = /* @__PURE__ */ q("<label><input type=\"radio\" class=\"unseen s1ty\" name=\"layer\"/> <!> <span class=\"name s1ty\"> </span></label>"), Ta = /* @__PURE__ */ q("<p class=\"note s1ty\"> </p>"), Ea = /* @__PURE__ */ q("<fieldset class=\"layers s1ty\"><legend class=\"s1ty\"> </legend> <label><input type=\"radio\" class=\"unseen s1ty\" name=\"layer\"/> <span class=\"eye s1ty\"><!></span> <span class=\"name s1ty\"> </span></label> <!></fieldset> <!>", 1);
function Da(e, t) {
	j(t, !0);
	let n = [], r = ki(t, "shows", 7), i = /* @__PURE__ */ N(() => r().page.stage.authorities.map((e, t) => ({
		authority: e,
		a: t
	})).filter(({ authority: e }) => e.contender));
	var a = Ea(), o = R(a), s = L(o), c = z(s, !0), l = B(s, 2);
	let u;
	var d = L(l);
	di(d), d.value = d.__value = -1;
	var f = B(d, 2);
	ua(L(f), { name: "eye" }), A(f);
	var p = z(B(f, 2), !0);
	A(l), Z(B(l, 2), 17, () => W(i), ({ authority: e, a: t }) => e.id, (e, i) => {
		let a = () => W(i).authority, o = () => W(i).a;
		var s = wa();
		let c;
		var l = L(s);
		di(l);
		var u, d = B(l, 2);
		Ca(d, {
			get look() {
				return a().look;
			},
			size: 13
		});
		var f = z(B(d, 2), !0);
		A(s), V((e) => {
			c = Zr(s, 1, "s1ty", null, c, { on: r().layer === o() }), u !== (u = o()) && (l.value = (l.__value = u) ?? ""), Y(f, e);
		}, [() => t.words.t("as_seen_by", { authority: t.words.pick(a().title) })]), vi(n, [], l, () => (o(), r().layer), (e) => r().layer = e), J(e, s);
	}), A(o);
	var m = B(o, 2), h = (e) => {
		var n = Ta(), r = z(n, !0);
		V((e) => Y(r, e), [() => t.words.t("belief_note")]), J(e, n);
	};
	X(m, (e) => {
		r().layer >= 0 && e(h);
	}), V((e, t) => {
		Y(c, e), u = Zr(l, 1, "s1ty", null, u, { on: r().layer < 0 }), Y(p, t);
	}, [() => t.words.t("layer"), () => t.words.t("as_it_is")]), vi(n, [], d, () => r().layer, (e) => r().layer = e), J(e, a), M();
}
var Oa = [
	"called",
	"shelled",
	"decided",
	"outside",
	"started",
	"ended"
], ka = (e) => `${e.minute}|${e.event}|${e.text.en ?? ""}`;
function Aa(e, t) {
	let n = e.film.seed === t.film.seed && e.film.run === t.film.run, { minute: r, rows: i } = Na(e.film, t.film), a = Math.min(Ia(e, t), za(e, t)), o = Ba(e, t), s = Math.min(r, a, o?.minute ?? Infinity);
	return {
		luck: n,
		minute: Number.isFinite(s) ? s : -1,
		rows: i,
		held: o
	};
}
function ja(e, t) {
	return e.happenings.flatMap((e, n) => e.weight > t || Oa.includes(e.event) ? [n] : []);
}
function Ma(e) {
	return e.happenings.length < 600 ? -1 : e.happenings.map((e) => e.weight).sort((e, t) => t - e)[599] ?? -1;
}
function Na(e, t) {
	let n = Math.max(Ma(e), Ma(t)), [r, i] = [ja(e, n), ja(t, n)];
	for (let n = 0; n < Math.max(r.length, i.length); n++) {
		let [a, o] = [r[n] ?? -1, i[n] ?? -1], [s, c] = [e.happenings[a], t.happenings[o]];
		if (!(s && c && ka(s) === ka(c))) return {
			minute: Math.min(s?.minute ?? Infinity, c?.minute ?? Infinity),
			rows: [a, o]
		};
	}
	return {
		minute: Infinity,
		rows: [-1, -1]
	};
}
function Pa(e, t, n) {
	for (let r = 0; r < Math.max(e.length, t.length); r++) {
		let [i, a] = [e[r], t[r]];
		if (!(i && a && i[0] === a[0] && n(i, a))) return Math.min(i?.[0] ?? Infinity, a?.[0] ?? Infinity);
	}
	return Infinity;
}
function Fa({ page: e, film: t }) {
	let n = /* @__PURE__ */ new Map();
	for (let r of t.tracks) {
		let t = `${e.stage.units[r.unit]?.id ?? ""}${r.detachment ? "+" : ""}`, i = n.get(t);
		i ? i.push(r) : n.set(t, [r]);
	}
	return n;
}
function Ia(e, t) {
	let [n, r] = [Fa(e), Fa(t)], i = (e, t) => e.page.stage.sites[t]?.id ?? "", a = (n, r) => n.length === r.length && n.every((n, a) => a === 1 || a === 2 ? i(e, n) === i(t, r[a]) : n === r[a]), o = Infinity;
	for (let e of /* @__PURE__ */ new Set([...n.keys(), ...r.keys()])) {
		let [t, i] = [n.get(e) ?? [], r.get(e) ?? []];
		for (let e = 0; e < Math.max(t.length, i.length); e++) {
			let [n, r] = [t[e], i[e]], s = Math.min(n?.since ?? Infinity, r?.since ?? Infinity);
			o = Math.min(o, n && r ? Pa(n.steps, r.steps, a) : s);
		}
	}
	return o;
}
function La(e, t) {
	let n = new Map(t.map((e, t) => [e.id, t]));
	return e.flatMap((e, t) => n.has(e.id) ? [[t, n.get(e.id)]] : []);
}
var Ra = (e, t) => e.page.stage.authorities[t]?.id ?? "";
function za(e, t) {
	let n = Infinity, r = (n, r) => Ra(e, n[1] ?? -1) === Ra(t, r[1] ?? -1) && n[2] === r[2];
	for (let [i, a] of La(e.page.stage.authorities, t.page.stage.authorities)) for (let [o, s] of La(e.page.stage.sites, t.page.stage.sites)) n = Math.min(n, Pa(e.film.beliefs[i]?.[o] ?? [], t.film.beliefs[a]?.[s] ?? [], r));
	return n;
}
function Ba(e, t) {
	let n = null, r = -1;
	for (let i of La(e.page.stage.sites, t.page.stage.sites)) {
		let a = Va(e, t, i), o = e.page.stage.sites[i[0]]?.worth ?? 0;
		!a || n && (a.minute > n.minute || a.minute === n.minute && o <= r) || ([n, r] = [a, o]);
	}
	return n;
}
function Va(e, t, n) {
	let [r, i] = [e.film.holders[n[0]] ?? [], t.film.holders[n[1]] ?? []], [a, o] = [-1, -1], s = [...new Set([...r, ...i].map((e) => e[0] ?? 0))].sort((e, t) => e - t);
	for (let c of s) {
		for (; a + 1 < r.length && r[a + 1][0] <= c;) a++;
		for (; o + 1 < i.length && i[o + 1][0] <= c;) o++;
		let s = [r[a]?.[1] ?? -1, i[o]?.[1] ?? -1];
		if (Ra(e, s[0]) !== Ra(t, s[1])) return {
			minute: c,
			sites: n,
			holders: s
		};
	}
	return null;
}
// src/player/Live.svelte
var Ha = /* @__PURE__ */ q("<p class=\"unseen\" role=\"status\" aria-live=\"polite\"> </p>");
function Ua(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ F(""), r = [], i = 0, a = 0, o = (e) => e.row >= 0 ? e.row : (e.time.playing ? e.great : e.main).last(e.shown), s = /* @__PURE__ */ N(() => t.parts.map(({ show: e }) => o(e)).join());
	pn(() => {
		let e = W(s).split(",").map(Number);
		return G(() => {
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
		o && s && ka(o.happening) === ka(s.happening) ? I(n, o.speech.live(o.happening), !0) : I(n, a.map(({ speech: e, name: t, happening: n }) => (t ? `${t}: ` : "") + e.live(n)).join(" "), !0);
	}
	var l = Ha(), u = z(l, !0);
	V(() => Y(u, W(n))), J(e, l), M();
}
// src/player/kinds.ts
var Wa = "M1.5 3H12.5V11H1.5Z", Ga = {
	infantry: `${Wa}M1.5 3L12.5 11M12.5 3L1.5 11`,
	cavalry: `${Wa}M1.5 11L12.5 3`,
	artillery: `${Wa}M7 4.6A2.4 2.4 0 1 0 7 9.4A2.4 2.4 0 1 0 7 4.6Z`,
	"armoured-cars": `${Wa}M4.6 5H9.4A2 2 0 0 1 9.4 9H4.6A2 2 0 0 1 4.6 5Z`,
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
}, Ka = (e) => Ga[e] ?? "M7 3A4 4 0 1 0 7 11A4 4 0 1 0 7 3Z", qa = /* @__PURE__ */ xr("<svg viewBox=\"0 0 14 14\" aria-hidden=\"true\" class=\"sigf\"><path fill=\"none\" stroke=\"currentColor\" stroke-width=\"1.2\" stroke-linejoin=\"round\" stroke-linecap=\"round\"></path></svg>");
function Ja(e, t) {
	j(t, !0);
	let n = ki(t, "size", 3, 14);
	var r = qa(), i = z(r);
	V((e) => {
		Q(r, "width", n()), Q(r, "height", n()), Q(i, "d", e);
	}, [() => Ka(t.kind)]), J(e, r), M();
}
// src/player/hatch.ts
function Ya(e, t, n, r, i = Math.PI / 4) {
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
var Xa = /* @__PURE__ */ q("<li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><path stroke-width=\".7\"></path></svg> </li>"), Za = /* @__PURE__ */ xr("<line stroke-width=\"1.4\"></line>"), Qa = /* @__PURE__ */ q("<li class=\"s5dh\"><!> </li>"), $a = /* @__PURE__ */ q("<details class=\"legend s5dh\"><summary class=\"s5dh\"> </summary> <div role=\"region\" tabindex=\"0\" class=\"s5dh\"><ul class=\"s5dh\"><!> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><circle cx=\"13\" cy=\"10\" r=\"4\" fill=\"#fff\" stroke-width=\"1.2\"></circle></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><circle cx=\"13\" cy=\"10\" r=\"8.500\" fill=\"#fff\" stroke-width=\"2\"></circle><circle cx=\"13\" cy=\"10\" r=\"4.500\"></circle></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><path d=\"M2 14H22M22 14l-5-3M22 14l-5 3\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><path d=\"M1 10H25\" stroke-width=\"1.400\" stroke-dasharray=\"4 3\"></path><path d=\"M10 7l6 6M16 7l-6 6\" stroke-width=\"1.800\"></path></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><path d=\"M2 17Q13 -4 24 17\" stroke-width=\"1.500\" fill=\"none\"></path></svg> </li> <li class=\"s5dh\"><svg width=\"26\" height=\"20\" aria-hidden=\"true\" class=\"s5dh\"><path d=\"M13 1l2 6 5-3-3 5 6 1-6 2 3 5-5-3-2 6-2-6-5 3 3-5-6-2 6-1-3-5 5 3z\" stroke=\"#7A2E1D\" stroke-width=\"1.3\" fill=\"none\"></path></svg> </li></ul> <p class=\"s5dh\"> </p> <ul class=\"kinds s5dh\"></ul></div></details>");
function eo(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => {
		let e = /* @__PURE__ */ new Map();
		for (let { kind: n } of t.show.page.stage.units) e.set(n, (e.get(n) ?? 0) + 1);
		return [...e.keys()].sort((t, n) => e.get(n) - e.get(t));
	});
	var r = $a(), i = L(r), a = z(i, !0), o = B(i, 2), s = L(o), c = L(s);
	Z(c, 17, () => t.show.page.stage.authorities, (e) => e.id, (e, n) => {
		var r = Xa(), i = L(r), a = L(i);
		Q(a, "stroke", "#23201B"), A(i);
		var o = B(i);
		A(r), V((e, t, n) => {
			Q(a, "d", e), Q(a, "fill", t), Y(o, ` ${n ?? ""}`);
		}, [
			() => ya(W(n).look, 13, 10, 6),
			() => $(W(n).look),
			() => t.words.pick(W(n).title)
		]), J(e, r);
	});
	var l = B(c, 2), u = L(l), d = z(u), f = B(u);
	A(l);
	var p = B(l, 2), h = L(p);
	Z(h, 21, () => Ya(13, 10, 9, 3.5), Ir, (e, t, n) => {
		var r = /* @__PURE__ */ N(() => m(W(t), 4));
		let i = () => W(r)[0], a = () => W(r)[1], o = () => W(r)[2], s = () => W(r)[3];
		var c = Za();
		V((e) => {
			Q(c, "x1", i()), Q(c, "y1", a()), Q(c, "x2", o()), Q(c, "y2", s()), Q(c, "stroke", e);
		}, [() => $(n % 2)]), J(e, c);
	}), A(h);
	var g = B(h);
	A(p);
	var _ = B(p, 2), v = L(_), y = L(v), b = B(y);
	A(v);
	var x = B(v);
	A(_);
	var S = B(_, 2), C = L(S), w = z(C), ee = B(C);
	A(S);
	var T = B(S, 2), te = L(T), E = L(te), D = B(E);
	A(te);
	var ne = B(te);
	A(T);
	var re = B(T, 2), ie = L(re), ae = z(ie), oe = B(ie);
	A(re);
	var se = B(re, 2), ce = B(L(se));
	A(se), A(s);
	var le = B(s, 2), ue = z(le, !0), de = B(le, 2);
	Z(de, 20, () => W(n), (e) => e, (e, n) => {
		var r = Qa(), i = L(r);
		Ja(i, {
			get kind() {
				return n;
			},
			size: 16
		});
		var a = B(i);
		A(r), V((e) => Y(a, ` ${e ?? ""}`), [() => t.words.word("kinds", n)]), J(e, r);
	}), A(de), A(o), A(r), V((e, t, n, r, i, s, c, l, u, p, m, h, _, v, S, C, T) => {
		Y(a, e), Q(o, "aria-label", t), Q(d, "stroke", n), Y(f, ` ${r ?? ""}`), Y(g, ` ${i ?? ""}`), Q(y, "stroke", s), Q(b, "fill", c), Y(x, ` ${l ?? ""}`), Q(w, "stroke", u), Y(ee, ` ${p ?? ""}`), Q(E, "stroke", m), Q(D, "stroke", h), Y(ne, ` ${_ ?? ""}`), Q(ae, "stroke", v), Y(oe, ` ${S ?? ""}`), Y(ce, ` ${C ?? ""}`), Y(ue, T);
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
	]), J(e, r), M();
}
// src/player/hand.ts
var to = 3, no = class {
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
		let [r, i] = t ?? [this.canvas.clientWidth / 2, this.canvas.clientHeight / 2], a = ro(this.zoom, e, r, i, this.least, this.most);
		return a.k !== this.zoom.k && (this.set(a, n), !0);
	}
	hold() {
		let e = new AbortController(), t = (t, n) => this.canvas.addEventListener(t, n, {
			signal: e.signal,
			passive: !1
		});
		t("wheel", (e) => this.scaleBy(2 ** io(e), this.at(e), !0) && e.preventDefault()), t("pointerdown", (t) => t.pointerType !== "touch" && t.button === 0 && this.drag(t, e.signal));
		let n = [];
		return t("touchstart", (e) => n = this.fingers(e)), t("touchend", (e) => n = this.fingers(e)), t("touchmove", (e) => {
			let t = this.fingers(e);
			if (t.length === 2 && n.length === 2) {
				e.preventDefault();
				let [r, i] = [ao(n), ao(t)], [a, o] = [oo(n), oo(t)], s = ro(this.zoom, i / (r || 1), a[0], a[1], this.least, this.most);
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
			i ||= Math.hypot(r, a) > to, i && this.set({
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
function ro({ k: e, x: t, y: n }, r, i, a, o = 0, s = Infinity) {
	let c = Math.min(s, Math.max(o, e * r));
	return {
		k: c,
		x: i - (i - t) * c / e,
		y: a - (a - n) * c / e
	};
}
function io(e) {
	let t = e.deltaMode === 1 ? .05 : e.deltaMode ? 1 : .002;
	return -e.deltaY * t * (e.ctrlKey ? 10 : 1);
}
var ao = ([e, t]) => Math.hypot(e[0] - t[0], e[1] - t[1]), oo = ([e, t]) => [(e[0] + t[0]) / 2, (e[1] + t[1]) / 2], so = "#F6F2E9", co = "#DFEAF0", lo = "#B9CEDA", uo = "#E6DCC8", fo = {
	river: {
		stroke: co,
		casing: lo,
		width: 2.5,
		metres: 70,
		over: 1
	},
	canal: {
		stroke: co,
		casing: lo,
		width: 1.6,
		metres: 28,
		over: 1
	},
	ring: {
		stroke: uo,
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
		stroke: uo,
		width: 1.3,
		metres: 22,
		over: 2
	},
	road: {
		stroke: uo,
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
		stroke: lo,
		width: 1,
		over: 1
	}
}, po = {
	land: {
		fill: so,
		stroke: lo,
		width: .8
	},
	coast: {
		fill: so,
		stroke: lo,
		width: .8
	},
	island: {
		fill: so,
		stroke: lo,
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
		stroke: uo,
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
}, mo = {
	rail: "railway",
	avenue: "street",
	rampart: "wall",
	fortress: "wall",
	boundary: "border",
	province: "border"
}, ho = class {
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
		let r = String(t?.kind ?? ""), i = mo[r] ?? r, a = e.type.includes("Polygon"), o = { ...(a ? po[i] : fo[i]) ?? go(i, a) };
		typeof t?.width_m == "number" && (o.metres = t.width_m);
		let s = new Path2D(), c = (e) => n([e[0] ?? 0, e[1] ?? 0]), l = _o(e).map((e) => e.map(c));
		for (let e of l) vo(s, e, a);
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
		e.setTransform(1, 0, 0, 1, 0, 0), e.fillStyle = this.sea ? co : so, e.fillRect(0, 0, e.canvas.width, e.canvas.height), e.setTransform(t.k * n, 0, 0, t.k * n, t.x * n, t.y * n), e.lineJoin = e.lineCap = "round";
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
function go(e, t) {
	return /water|river|lake|sea|canal|pond/.test(e) ? t ? {
		fill: co,
		stroke: lo,
		width: .8,
		over: 1
	} : fo.river : t ? {
		fill: "#F1EADB",
		width: 0,
		over: .4
	} : {
		stroke: uo,
		width: 1,
		over: 2
	};
}
function _o(e) {
	switch (e.type) {
		case "LineString": return [e.coordinates];
		case "MultiLineString":
		case "Polygon": return e.coordinates;
		case "MultiPolygon": return e.coordinates.flat();
		default: return [];
	}
}
function vo(e, t, n) {
	t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), n && e.closePath();
}
// src/player/find.ts
function yo(e, t) {
	let n = 0, r = e.length;
	for (; n < r;) {
		let i = n + r >> 1;
		e[i] <= t ? n = i + 1 : r = i;
	}
	return n - 1;
}
// src/player/pack.ts
var bo = Math.PI * (3 - Math.sqrt(5));
function xo(e, t, n, r = 1.5) {
	let i = [];
	return e.forEach((a, o) => i.push(So(a, t[o] ?? 0, n, r, e, i))), i;
}
function So(e, t, n, r, i, a) {
	let o = t < 0 ? Math.PI : t > 0 ? 0 : Math.PI / 2;
	for (let t = 0; t < 4e3; t++) {
		let s = n + e + r + t * .25, c = o + (t * bo % (2 * Math.PI) - Math.PI) * .42, l = {
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
var Co = class {
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
			let e = wo(n, i);
			if (e < 0) return null;
			if (e === t) return To(r, t);
			i[e] = 1;
			for (let { to: t, length: i } of this.edges[e]) n[e] + i < n[t] && (n[t] = n[e] + i, r[t] = e);
		}
	}
};
function wo(e, t) {
	let n = -1;
	for (let r = 0; r < e.length; r++) !t[r] && e[r] < Infinity && (n < 0 || e[r] < e[n]) && (n = r);
	return n;
}
function To(e, t) {
	let n = [];
	for (let r = t; r >= 0; r = e[r]) n.push(r);
	return n.reverse();
}
var Eo = class {
	track;
	minutes;
	legs;
	starts;
	constructor(e, t, n, r) {
		this.track = e, this.minutes = Int32Array.from(e.steps, (e) => e[0] ?? 0), this.legs = Oo(e, (e, r, i) => Do(t.get(`${n}:${e}`), r, i), r), this.starts = Float64Array.from(this.legs, (e) => e.start);
	}
	there(e) {
		return e >= this.track.since && e <= this.track.until && this.minutes.length > 0;
	}
	step(e) {
		return this.track.steps[Math.max(0, yo(this.minutes, e))] ?? [];
	}
	leg(e) {
		let t = this.legs[yo(this.starts, e)];
		return t && e < t.end ? t : null;
	}
	site(e) {
		let t = yo(this.starts, e), n = this.legs[t], r = Math.max(0, yo(this.minutes, e)), i = this.track.steps[r]?.[1] ?? -1;
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
function Do(e, t, n) {
	let r = e ? yo(e, n) : -1;
	return r >= 0 && e[r] >= t ? e[r] : null;
}
function Oo(e, t, n) {
	let r = [], i = null;
	for (let a of e.steps) {
		let [o = 0, s = -1, c = -1, l = 0] = a, u = i?.[0] ?? e.since, d = r[r.length - 1], f = c >= 0 && s >= 0 && c !== s && l > o;
		i && i[1] !== s && s >= 0 && i[1] >= 0 && !(d && d.path.at(-1) === s) && r.push(...ko(d, {
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
function ko(e, t) {
	return e && e.end > t.start && (t.start = Math.min(e.end, t.end)), t.start < t.end ? [t] : [];
}
function Ao(e) {
	let t = /* @__PURE__ */ new Map();
	for (let { event: n, unit: r, site: i, minute: a } of e) {
		if (n !== "marched" && n !== "returned") continue;
		let e = `${r}:${i}`, o = t.get(e);
		o ? o.push(a) : t.set(e, [a]);
	}
	return t;
}
var jo = class {
	rows;
	minutes;
	constructor(e) {
		this.rows = e, this.minutes = Int32Array.from(e, (e) => e[0] ?? 0);
	}
	at(e) {
		return this.rows[yo(this.minutes, e)] ?? null;
	}
};
function Mo(e) {
	let t = 0;
	return e.map(([n = 0, r = -1, i = 0], a) => (a && e[a - 1][1] !== r && (t = n), [
		n,
		r,
		i,
		t
	]));
}
var No = class {
	stage;
	film;
	ways;
	bodies;
	authorities;
	holders;
	beliefs;
	seats;
	constructor(e, t, n = new Co(e)) {
		this.stage = e, this.film = t, this.ways = n;
		let r = Ao(t.happenings);
		this.authorities = e.authorities.length, this.bodies = t.tracks.map((e, t) => new Eo(e, r, t, n)), this.holders = t.holders.map((e) => new jo(Mo(e))), this.beliefs = t.beliefs.map((e) => e.map((e) => new jo(e))), this.seats = e.authorities.map((e, n) => {
			let r = t.happenings.filter((e) => e.event === "seat-moved" && e.authority === n && e.site >= 0);
			return new jo([[0, e.seat], ...r.map((e) => [e.minute, e.site])]);
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
}, Po = class {
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
	face = Fo;
	given = null;
	road = null;
	faces = [];
	constructor(e, t) {
		this.index = e, this.body = t;
	}
	onWay(e, t) {
		let { leg: n } = this;
		return n ? (this.road?.leg !== n && (this.road = {
			leg: n,
			way: new zo(n.path, t)
		}), this.road.way.at((e - n.start) / Math.max(1, n.end - n.start))) : [
			0,
			0,
			0,
			0
		];
	}
	read(e, t) {
		let n = Math.max(0, yo(this.body.minutes, e));
		this.face = this.faces[n] ??= Io(this.body.track.steps[n] ?? [], t);
	}
}, Fo = {
	outer: 0,
	inner: 0,
	lead: -1,
	men: 0,
	acting: 0,
	shares: [],
	neutral: !0
};
function Io(e, t) {
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
var Lo = class {
	reel;
	points;
	looks;
	marks;
	scale;
	seats = /* @__PURE__ */ new Map();
	last = NaN;
	constructor(e, t, n) {
		this.reel = e, this.points = t, this.looks = n, this.marks = e.bodies.map((e, t) => new Po(t, e));
		let r = 1;
		for (let { body: t } of this.marks) for (let n of t.track.steps) r = Math.max(r, Io(n, e.authorities).outer);
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
		return e.moving = !0, e.stretch = s, e.angle = o, Ro(e, i * n.k + n.x - Math.sin(o) * c * 3, a * n.k + n.y + Math.cos(o) * c * 3, r);
	}
	stand(e, t, n, r, i) {
		let a = this.points[e], o = !1, s = this.seatsOf(e, t, r);
		for (let e of t) {
			let t = s.get(e.index);
			e.shown = a !== void 0 && t !== void 0, a && t && (e.moving = !1, o = Ro(e, a[0] * n.k + n.x + t.x, a[1] * n.k + n.y + t.y, i) || o);
		}
		return o;
	}
	seatsOf(e, t, n) {
		let r = Math.round(n * 64);
		for (let e of t) r = Math.imul(r ^ e.index + 1, 16777619) + Math.round(e.r * 2) * 31 + e.face.lead | 0;
		let i = this.seats.get(e);
		if (i?.key === r) return i.seats;
		let a = [...t].sort((e, t) => t.r - e.r || e.index - t.index), o = xo(a.map((e) => e.r), a.map((e) => [-1, 1][this.looks[e.face.lead]?.look ?? -1] ?? 0), 6 * n), s = new Map(a.map((e, t) => [e.index, o[t]]));
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
function Ro(e, t, n, r) {
	return r >= 1 || Number.isNaN(e.x) ? (e.x = t, e.y = n, !1) : (e.x += (t - e.x) * r, e.y += (n - e.y) * r, Math.abs(e.x - t) + Math.abs(e.y - n) > .4);
}
var zo = class {
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
function Bo(e, t, n = 0) {
	return e.x < t.x + t.w + n && t.x < e.x + e.w + n && e.y < t.y + t.h + n && t.y < e.y + e.h + n;
}
var Vo = 2;
function Ho({ x: e, y: t, r: n, w: r, h: i }) {
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
function Uo(e, t, n = [], r = Infinity, i = 3) {
	let a = [...n], o = [];
	for (let n of [...e].sort((e, t) => t.weight - e.weight || e.id - t.id)) {
		if (o.length >= r) break;
		let e = Ho(n).find((e) => Wo(e, t) && !a.some((t) => (t.weight ?? Infinity) > n.weight - Vo && Bo(e, t, i)));
		e && (a.push(e), o.push({
			id: n.id,
			text: n.text,
			...e
		}));
	}
	return o;
}
function Wo(e, t) {
	return e.x >= t.x && e.y >= t.y && e.x + e.w <= t.x + t.w && e.y + e.h <= t.y + t.h;
}
function Go(e, t, n) {
	let r = null, i = t * 1.15;
	for (let a = 1; a < e.length; a++) {
		let [o, s] = [e[a - 1], e[a]], c = e[a + 1], l = c && Math.abs(Ko(o, s, c)) < .35 ? c : s, u = Math.hypot(l[0] - o[0], l[1] - o[1]), [d, f] = [(o[0] + l[0]) / 2, (o[1] + l[1]) / 2];
		if (u <= i || !Wo({
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
function Ko(e, t, n) {
	let r = Math.atan2(t[1] - e[1], t[0] - e[0]), i = Math.atan2(n[1] - t[1], n[0] - t[0]);
	return Math.atan2(Math.sin(i - r), Math.cos(i - r));
}
// src/player/paint-sites.ts
function qo(e, t) {
	return (2.6 + Math.min(6, Math.max(0, e.worth)) * .55) * Math.min(1.7, Math.max(.85, t));
}
function Jo(e, t) {
	let { x: n, y: r, r: i } = t;
	t.contested && Yo(e, n, r, i * 2.4 + 5), e.globalAlpha = 1, e.beginPath(), t.unknown || t.look < 0 ? e.arc(n, r, t.unknown ? i : i * .75, 0, 2 * Math.PI) : va(e, t.look, n, r, i), e.lineWidth = 3.2, e.strokeStyle = "#FFFFFF", e.stroke(), e.fillStyle = "#FFFFFF", e.fill(), !t.unknown && t.look >= 0 && (e.globalAlpha = .25 + .75 * t.sure, e.fillStyle = $(t.look), e.fill(), e.globalAlpha = 1), e.lineWidth = t.look < 0 || t.unknown ? 1.1 : t.sure < 1 ? 1.3 : .8, e.strokeStyle = t.look < 0 || t.unknown ? ha : t.sure < 1 ? $(t.look) : "#23201B", t.unknown && e.setLineDash([2, 2]), e.stroke(), e.setLineDash([]), t.unknown && Zo(e, n, r, i);
}
function Yo(e, t, n, r) {
	e.lineWidth = 1.5, Ya(t, n, r, 4).forEach(([t, n, r, i], a) => {
		e.beginPath(), e.moveTo(t, n), e.lineTo(r, i), e.strokeStyle = $(a % 2), e.globalAlpha = .55, e.stroke();
	}), e.globalAlpha = 1;
}
function Xo(e, { x: t, y: n, r, look: i }, a) {
	a < 0 || a >= 1 || (e.beginPath(), e.arc(t, n, r + 3 + a * 22, 0, 2 * Math.PI), e.globalAlpha = (1 - a) * .9, e.strokeStyle = $(i), e.lineWidth = 2.5 * (1 - a) + .5, e.stroke(), e.globalAlpha = 1);
}
function Zo(e, t, n, r) {
	e.fillStyle = "#5C564B", e.font = `600 ${Math.round(r * 1.7)}px Georgia, serif`, e.textAlign = "center", e.textBaseline = "middle", e.fillText("?", t, n + .5);
}
// src/player/names.ts
var Qo = "\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", Georgia, \"PT Serif\", serif", $o = class {
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
			font: `${t >= 4 ? 600 : 400} ${n}px ${Qo}`
		};
	}
	places(e, t, n, r, i) {
		let a = [], o = [...this.reserved], s = new Set(this.stage.authorities.map((e) => e.seat));
		return this.stage.sites.forEach((i, c) => {
			let l = this.points[c], [u, d] = [l[0] * t.k + t.x, l[1] * t.k + t.y];
			if (u < -40 || d < -20 || u > this.width + 40 || d > this.height + 20) return;
			let f = qo(i, n), { size: p, font: m } = this.font(c), h = this.words.pick(i.title), g = i.worth + (s.has(c) ? 3 : 0) + (c === r ? 100 : 0);
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
		}), Uo(a, i, o, Math.max(8, Math.round(this.width * this.height / 16e3)), 4);
	}
	lying(e, t, n, r) {
		let i = [], a = [...r, ...this.reserved];
		for (let { title: r, line: o, water: s } of this.lines) {
			let c = this.words.pick(r), l = this.measure(e, c, es(s)) + (s ? c.length * 1.5 : 0), u = Go(o.map((e) => [e[0] * t.k + t.x, e[1] * t.k + t.y]), l, n);
			if (!u) continue;
			let [d, f] = [Math.abs(Math.cos(u.angle)) * l + 14, Math.abs(Math.sin(u.angle)) * l + 14], p = {
				x: u.x - d / 2,
				y: u.y - f / 2,
				w: d,
				h: f
			};
			a.some((e) => Bo(p, e)) || (a.push(p), i.push({
				text: c,
				...u,
				water: s
			}));
		}
		return i;
	}
	lay(e, { text: t, x: n, y: r, angle: i, water: a }) {
		e.save(), e.translate(n, r), e.rotate(i), e.font = es(a), "letterSpacing" in e && (e.letterSpacing = a ? "1.5px" : "0px"), e.textAlign = "center", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3, e.strokeStyle = a ? "rgba(223,234,240,.9)" : "rgba(246,242,233,.9)", e.strokeText(t, 0, 0), e.fillStyle = a ? "#3B6A84" : "#75695A", e.fillText(t, 0, 0), e.restore();
	}
	write(e, { id: t, text: n, x: r, y: i, h: a }) {
		let { font: o } = this.font(t);
		e.font = o, e.textAlign = "left", e.textBaseline = "middle", e.lineJoin = "round", e.lineWidth = 3.4, e.strokeStyle = "rgba(251,248,241,.92)", e.strokeText(n, r, i + a / 2), e.fillStyle = "#23201B", e.fillText(n, r, i + a / 2);
	}
};
function es(e) {
	return e ? `italic 13px ${Qo}` : `italic 11px ${Qo}`;
}
// src/player/afar.ts
var ts = { count: 0 }, ns = { begin: () => null }, rs = 2, is = class {
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
				this.thread = ns.begin();
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
		this.over && (ts.count += 1), this.over || !this.first || e < this.first + rs || (this.over = !0, this.cover.style.opacity = "0");
	}
}, as = [
	[],
	[2.5, 1.5],
	[1, 2]
], os = "#23201B";
function ss(e, t, n, r) {
	let { x: i, y: a, r: o, inner: s, face: c } = t, l = n[c.lead]?.look ?? -1;
	e.beginPath(), e.arc(i, a, o + 1.6, 0, 2 * Math.PI), e.fillStyle = "#FFFFFF", e.fill(), s > .6 && (e.beginPath(), va(e, Math.max(l, 0), i, a, l === 0 ? s : Math.min(s, o * .86)), e.fillStyle = $(l), e.fill()), cs(e, t, n), e.beginPath(), e.arc(i, a, o + 1.1, 0, 2 * Math.PI), e.strokeStyle = r ? os : "rgba(35,32,27,.45)", e.lineWidth = r ? 2 : .6, e.stroke();
}
function cs(e, { x: t, y: n, r, face: i }, a) {
	let o = -Math.PI / 2;
	e.lineWidth = Math.max(1.2, Math.min(2.4, r * .25));
	for (let s = 0; s < i.shares.length; s++) {
		let c = i.shares[s];
		if (c < .01) continue;
		let l = o + c * 2 * Math.PI, u = a[s]?.look ?? 2;
		e.beginPath(), e.arc(t, n, Math.max(1, r - e.lineWidth / 2 + .4), o, l), e.strokeStyle = $(u), r > 5 && e.setLineDash(as[Math.min(u, 2)]), e.stroke(), o = l;
	}
	r > 5 && e.setLineDash([]);
}
function ls(e, t, n, r, i) {
	let a = (e, i) => [t + Math.cos(r + e) * i, n + Math.sin(r + e) * i];
	e.beginPath(), e.moveTo(...a(0, 4)), e.lineTo(...a(2.1, 4)), e.lineTo(...a(-2.1, 4)), e.closePath(), e.fillStyle = $(i), e.fill(), e.strokeStyle = "#FFFFFF", e.lineWidth = .8, e.stroke();
}
// src/player/sprites.ts
var us = class {
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
		return e.kind === "body" ? ss(r, {
			...e,
			x: i,
			y: i
		}, this.sides, e.strong) : ls(r, i, i, e.angle, e.look), r.canvas.transferToImageBitmap();
	}
};
// src/player/paint-signals.ts
function ds(e, t, n, r) {
	t.length < 2 || (e.beginPath(), t.forEach((t, n) => n ? e.lineTo(t[0], t[1]) : e.moveTo(t[0], t[1])), fs(e, t[t.length - 2], t[t.length - 1], r ? 9 : 6), e.strokeStyle = $(n), e.globalAlpha = r ? 1 : .6, e.lineWidth = r ? 2.6 : 1.4, e.stroke(), e.globalAlpha = 1);
}
function fs(e, t, [n, r], i) {
	let a = Math.atan2(r - t[1], n - t[0]);
	e.moveTo(n - Math.cos(a - .45) * i, r - Math.sin(a - .45) * i), e.lineTo(n, r), e.lineTo(n - Math.cos(a + .45) * i, r - Math.sin(a + .45) * i);
}
function ps(e, t, n, r, i, a) {
	let o = i === "sent" || i === "heard" ? n : [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2];
	e.globalAlpha = Math.max(.12, .85 * (1 - a)), e.strokeStyle = e.fillStyle = $(r), e.lineWidth = 1.3, e.setLineDash(i === "heard" ? [1.5, 3] : [5, 4]), e.beginPath(), e.moveTo(...t), e.lineTo(...o), e.stroke(), e.setLineDash([]), i === "lost" && ms(e, o), i === "held" && hs(e, t, o), i === "heard" && (e.beginPath(), e.arc(...n, 2.6, 0, 2 * Math.PI), e.fill()), e.globalAlpha = 1;
}
function ms(e, [t, n]) {
	e.lineWidth = 2, e.beginPath(), e.moveTo(t - 4, n - 4), e.lineTo(t + 4, n + 4), e.moveTo(t + 4, n - 4), e.lineTo(t - 4, n + 4), e.stroke();
}
function hs(e, t, [n, r]) {
	let i = Math.atan2(r - t[1], n - t[0]) + Math.PI / 2;
	e.lineWidth = 3, e.beginPath(), e.moveTo(n - Math.cos(i) * 6, r - Math.sin(i) * 6), e.lineTo(n + Math.cos(i) * 6, r + Math.sin(i) * 6), e.stroke();
}
function gs(e, t, n, r, i) {
	let a = Math.hypot(n[0] - t[0], n[1] - t[1]), o = [(t[0] + n[0]) / 2, (t[1] + n[1]) / 2 - a * .35 - 12];
	e.strokeStyle = $(r), e.globalAlpha = Math.max(.15, .9 * (1 - i)), e.lineWidth = 1.6, e.beginPath(), e.moveTo(...t), e.quadraticCurveTo(...o, ...n), e.stroke();
	let s = Math.min(1, i * 2.5), c = (e) => (1 - s) ** 2 * t[e] + 2 * s * (1 - s) * o[e] + s * s * n[e];
	s < 1 ? (e.fillStyle = "#23201B", e.beginPath(), e.arc(c(0), c(1), 3, 0, 2 * Math.PI), e.fill()) : _s(e, n, 1.1, i), e.globalAlpha = 1;
}
function _s(e, [t, n], r, i) {
	let [a, o] = [13 * r, 6 * r];
	e.globalAlpha = Math.max(0, 1 - i), e.beginPath();
	for (let r = 0; r < 16; r++) {
		let i = r / 16 * 2 * Math.PI, s = r % 2 ? o : a, c = [t + Math.cos(i) * s, n + Math.sin(i) * s];
		r ? e.lineTo(...c) : e.moveTo(...c);
	}
	e.closePath(), e.lineWidth = 1.6, e.strokeStyle = "#7A2E1D", e.stroke(), e.globalAlpha = 1;
}
// src/player/strokes.ts
function vs(e, [t, n], r) {
	e.beginPath(), e.arc(t, n, r, 0, 2 * Math.PI), e.strokeStyle = "#FFFFFF", e.lineWidth = 5, e.stroke(), e.strokeStyle = "#0B5CAD", e.lineWidth = 2.4, e.stroke();
}
var ys = {
	march: ds,
	pulse: Xo,
	call: ps,
	shell: gs,
	fight: _s,
	chosen: vs
};
function bs(e, [t, ...n]) {
	ys[t](e, ...n);
}
// src/player/easel.ts
var xs = class {
	sprites;
	ratio = 1;
	constructor(e) {
		this.sprites = new us(e);
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
			for (let n of t) bs(e, n);
		}
	}
}, Ss = {
	called: "sent",
	demanded: "sent",
	heard: "heard",
	lost: "lost",
	intercepted: "held",
	suppressed: "held",
	forged: "sent"
}, Cs = {
	"fired-first": 1,
	skirmished: .7,
	assaulted: 1.2,
	repulsed: 1,
	killed: .8,
	"shot-disarmed": 1
};
function ws(e) {
	let { minute: t, authority: n, unit: r, site: i } = e, a = Ss[e.event];
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
	let o = Cs[e.event];
	return o && i >= 0 ? {
		kind: "fight",
		minute: t,
		site: i,
		strength: o
	} : null;
}
var Ts = class {
	all;
	minutes;
	constructor(e) {
		this.all = e.map(ws).filter((e) => e !== null), this.minutes = Int32Array.from(this.all, (e) => e.minute);
	}
	recent(e, t) {
		return this.all.slice(yo(this.minutes, e - t) + 1, yo(this.minutes, e) + 1);
	}
}, Es = 1500, Ds = 16, Os = 2 * Math.PI / Ds, ks = Array.from({ length: Ds }, (e, t) => Math.cos(t * Os)), As = Array.from({ length: Ds }, (e, t) => Math.sin(t * Os));
function js(e) {
	return (Math.round(e / Os) % Ds + Ds) % Ds;
}
var Ms = class {
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
		this.list.length > Es && this.forget();
	}
	forget() {
		this.round += 1, this.list = [], this.known.clear(), this.pointers = [];
	}
	put(e, t, n) {
		let { face: r, r: i, given: a } = t, o = a;
		if (o && o.face === r && o.r === i && o.strong === n && o.round === this.round || (o = t.given = {
			face: r,
			r: i,
			strong: n,
			round: this.round,
			id: this.body(t, n)
		}), this.lay(e, o.id, t.x, t.y), !t.moving) return;
		let s = js(t.angle);
		this.lay(e, this.pointer(r.lead, s), t.x + ks[s] * (i + 5), t.y + As[s] * (i + 5));
	}
	lay(e, t, n, r) {
		let i = this.list[t].side / 2;
		e.push(t, Math.round(n * this.ratio - i), Math.round(r * this.ratio - i));
	}
	body({ face: e, r: t }, n) {
		let r = t > 8 ? Math.round(t) : Math.round(t * 2) / 2, i = e.outer > 0 ? Math.round(r * e.inner * 2 / e.outer) / 2 : 0, a = e.shares.map((e) => Math.round(e * 12) / 12), o = `${r}|${i}|${e.lead}|${a.join()}|${+!!n}`, s = this.known.get(o);
		return s === void 0 && this.known.set(o, s = this.list.push({
			kind: "body",
			side: this.side(r + 3),
			r,
			inner: i,
			face: {
				...e,
				shares: a
			},
			strong: n
		}) - 1), s;
	}
	pointer(e, t) {
		let n = (e + 1) * Ds + t;
		return this.pointers[n] ??= this.list.push({
			kind: "pointer",
			side: this.side(6),
			angle: t * Os,
			look: this.sides[e]?.look ?? -1
		}) - 1;
	}
	side(e) {
		return Math.ceil(2 * e * this.ratio);
	}
}, Ns = 1e3, Ps = Math.PI / 180, Fs = (e) => Math.tan(Math.PI / 4 + e / 2), Is = (e, t) => [e, Math.log(Fs(t))];
function Ls(e, t) {
	let n = e === t ? Math.sin(e) : Math.log(Math.cos(e) / Math.cos(t)) / Math.log(Fs(t) / Fs(e)), r = Math.cos(e) * Fs(e) ** n / n;
	return (e, t) => {
		let i = r / Fs(t) ** n;
		return [i * Math.sin(n * e), r - i * Math.cos(n * e)];
	};
}
function Rs(e) {
	let t = e.map((e) => e.lon), n = e.map((e) => e.lat), [r, i] = [Math.min(...t), Math.max(...t)], [a, o] = [Math.min(...n), Math.max(...n)], s = i - r > 8 || o - a > 6, c = s ? (r + i) / 2 : 0, l = (o - a) / 6, u = s ? Ls((a + l) * Ps, (o - l) * Ps) : Is, d = ([e, t]) => {
		let [n, r] = u((e - c) * Ps, t * Ps);
		return [n, -r];
	}, [f, p, m, h] = zs(e.map((e) => d([e.lon, e.lat]))), g = Ns / Math.max(m - f, h - p, 1e-9);
	return (e) => {
		let [t, n] = d(e);
		return [(t - (f + m) / 2) * g, (n - (p + h) / 2) * g];
	};
}
function zs(e) {
	let t = e.map((e) => e[0]), n = e.map((e) => e[1]);
	return [
		Math.min(...t),
		Math.min(...n),
		Math.max(...t),
		Math.max(...n)
	];
}
function Bs(e, t, n = [], r = 1.9) {
	let i = e.map((e, t) => t).sort((e, n) => (t[n] ?? 0) - (t[e] ?? 0) || e - n), a = i.slice(0, Math.max(2, Math.ceil(i.length / 2))), o = (t) => Vs(a.map((n) => e[n][t])), [s, c] = [o(0), o(1)], l = e.map((e) => Math.hypot(e[0] - s, e[1] - c)), u = r * Vs(l);
	return zs(e.filter((e, t) => l[t] <= u || n.includes(t)));
}
function Vs(e) {
	let t = [...e].sort((e, t) => e - t);
	return t[t.length >> 1] ?? 0;
}
function Hs([e, t, n, r], i, a, o = 40) {
	let s = Math.min((i - 2 * o) / Math.max(n - e, 1), (a - 2 * o) / Math.max(r - t, 1));
	return {
		k: s,
		x: i / 2 - s * (e + n) / 2,
		y: a / 2 - s * (t + r) / 2
	};
}
function Us(e, t) {
	let n = t[Math.floor(t.length / 2)];
	if (!n) return 1;
	let [r, i] = [e([n.lon, n.lat]), e([n.lon, n.lat + .01])];
	return 1111.95 / Math.max(1e-9, Math.hypot(r[0] - i[0], r[1] - i[1]));
}
// src/player/painter.ts
var Ws = 24, Gs = 2160, Ks = class {
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
		this.pen = e.getContext("2d", { alpha: !1 }), this.projection = Rs(a.sites), this.points = a.sites.map((e) => this.projection([e.lon, e.lat])), this.base = new ho(a, this.projection, Us(this.projection, a.sites), this.points), this.names = new $o(t, a, this.points, this.base.names, i), this.crowd = new Lo(r, this.points, a.authorities), this.signals = new Ts(r.film.happenings);
		let o = a.authorities.map(({ look: e }) => ({ look: e }));
		this.stamps = new Ms(a.authorities), this.easel = new xs(o), this.afar = new is(n, e, o);
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
		return Hs(Bs(this.points, t.map((e) => e.worth), r, i), this.width, this.height, Math.min(48, this.width / 12));
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
		return Hs([
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
		let [i, a] = new zo(r.path, this.points).at((t - r.start) / Math.max(1, r.end - r.start));
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
		t && this.afar.show(i, n, this.ground, this.grounds) || (r.sprites.learn(n.round, r.news(n.round, n.list)), r.paint(this.pen, this.ground, e), ts.count += 1, t || this.afar.rest());
	}
	compose(e) {
		this.stamps.tidy();
		let t = [];
		for (let n of this.crowd.marks) n.shown && this.inView(n.x, n.y) && this.stamps.put(t, n, n.index === e.track);
		let n = this.marches(e);
		for (let t of this.news) n.push([
			"pulse",
			t,
			(e.minute - t.since) / e.lasting
		]);
		let r = !e.still || e.lasting > 0 ? this.signalled(e) : [];
		return {
			below: n,
			marks: Float32Array.from(t),
			above: [...r, ...this.chosen(e)],
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
		return (t.length <= Ws ? t : t.filter((t) => t.index === e)).map((t) => [
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
			let s = this.siteLook(n, o, e, qo(r[n], t));
			s.sure = Math.round(s.sure * 12) / 12, a += `${n}.${s.look}.${+!!s.contested}${+!!s.unknown}${s.sure},`, i.push(s);
		}
		let o = ({ since: t }) => t > 0 && e.minute - t < e.lasting;
		if (this.news = e.layer < 0 && !e.still ? i.filter(o) : [], a === this.sitesKey && !n) return;
		this.sitesKey = a, this.grounds += 1;
		let s = this.ground.getContext("2d");
		s.setTransform(1, 0, 0, 1, 0, 0), s.drawImage(this.land, 0, 0), s.setTransform(this.ratio, 0, 0, this.ratio, 0, 0);
		for (let e of i) Jo(s, e);
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
		let { holder: o, news: s } = this.reel.belief(i, e, r), c = s < 0 ? 0 : Math.max(0, 1 - (r - s) / Gs);
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
			let s = this.at(o), c = Math.hypot(s[0] - e, s[1] - t) - qo(this.reel.stage.sites[o], n) * .5;
			c < i && ([r, i] = [o, c]);
		}), r;
	}
}, qs = /* @__PURE__ */ q("<div class=\"hint swgb\" aria-hidden=\"true\"> </div>"), Js = /* @__PURE__ */ q("<div class=\"frame swgb\"><canvas role=\"img\" class=\"swgb\"></canvas> <canvas class=\"beneath swgb\" aria-hidden=\"true\"></canvas> <canvas class=\"over swgb\" aria-hidden=\"true\"></canvas> <!></div>");
function Ys(e, t) {
	j(t, !0);
	let n = ki(t, "show", 7), r, i, a, o, s = null, c = /* @__PURE__ */ F(null), l = 0, u = 0, d = !0, f;
	function p(e, r) {
		r && (d = !1, n().follow = !1, t.onLook(e)), s?.look(e), I(c, null), m();
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
		I(c, o ? {
			x: e.clientX - s.left,
			y: e.clientY - s.top,
			text: o
		} : null, !0), r.style.cursor = o ? "pointer" : "grab";
	}
	function T(e) {
		let { site: t, track: r } = w(e);
		r >= 0 ? n().pickTrack(r) : t >= 0 ? n().pickSite(t) : n().clear();
	}
	Ai(() => {
		s = new Ks(r, i, a, n().reel, t.speech.words), f = new no(r, p);
		let e = f.hold(), c = new ResizeObserver(C);
		return c.observe(o), C(), () => {
			e(), c.disconnect(), cancelAnimationFrame(l), s?.end();
		};
	}), pn(() => {
		let { words: e } = t.speech;
		s?.speak(e), G(m);
	}), pn(() => {
		let { time: e } = n();
		e.calls, e.playing, e.speed, n().layer, n().site, n().track, n().follow, G(m);
	}), pn(() => {
		n().choices && G(_), G(m);
	}), pn(() => {
		n().site, G(() => s && s.look(s.zoom));
	});
	var te = {
		look: y,
		zoomBy: b,
		panBy: x,
		goHome: S
	}, E = Js(), D = L(E);
	Ei(D, (e) => r = e, () => r);
	var ne = B(D, 2);
	Ei(ne, (e) => a = e, () => a);
	var re = B(ne, 2);
	Ei(re, (e) => i = e, () => i);
	var ie = B(re, 2), ae = (e) => {
		var t = qs();
		let n;
		var r = z(t, !0);
		V(() => {
			n = $r(t, "", n, {
				left: `${W(c).x ?? ""}px`,
				top: `${W(c).y ?? ""}px`
			}), Y(r, W(c).text);
		}), J(e, t);
	};
	return X(ie, (e) => {
		W(c) && e(ae);
	}), A(E), Ei(E, (e) => o = e, () => o), V((e) => Q(D, "aria-label", e), [() => t.speech.words.t("map_of", { place: t.speech.words.pick(n().page.stage.title) })]), K("pointermove", D, ee), dr("pointerleave", D, () => I(c, null)), K("click", D, T), J(e, E), M(te);
}
fr(["pointermove", "click"]);
// src/player/MapPane.svelte
var Xs = /* @__PURE__ */ q("<div class=\"corner left\"><!></div>"), Zs = /* @__PURE__ */ q("<div class=\"corner right\"><!></div>"), Qs = /* @__PURE__ */ q("<div class=\"corner foot\"><!></div> <div class=\"zoom\" role=\"group\"><button type=\"button\"><!></button> <button type=\"button\"><!></button> <button type=\"button\"><!></button></div>", 1), $s = /* @__PURE__ */ q("<div class=\"map\"><!> <!> <!> <!></div>");
function ec(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => t.speech.words), r;
	var i = {
		zoomBy: (e) => r.zoomBy(e),
		panBy: (e, t) => r.panBy(e, t),
		goHome: () => r.goHome(),
		look: (e) => r.look(e)
	}, a = $s(), o = L(a);
	Ei(Ys(o, {
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
	var s = B(o, 2), c = (e) => {
		var n = Xs();
		Gr(L(n), () => t.left), A(n), J(e, n);
	};
	X(s, (e) => {
		t.left && e(c);
	});
	var l = B(s, 2), u = (e) => {
		var n = Zs();
		Gr(L(n), () => t.right), A(n), J(e, n);
	};
	X(l, (e) => {
		t.right && e(u);
	});
	var d = B(l, 2), f = (e) => {
		var r = Qs(), i = R(r);
		eo(L(i), {
			get show() {
				return t.show;
			},
			get words() {
				return W(n);
			}
		}), A(i);
		var a = B(i, 2), o = L(a);
		ua(L(o), { name: "plus" }), A(o);
		var s = B(o, 2);
		ua(L(s), { name: "minus" }), A(s);
		var c = B(s, 2);
		ua(L(c), { name: "home" }), A(c), A(a), V((e, t, n, r, i, l, u) => {
			Q(a, "aria-label", e), Q(o, "aria-label", t), Q(o, "title", n), Q(s, "aria-label", r), Q(s, "title", i), Q(c, "aria-label", l), Q(c, "title", u);
		}, [
			() => W(n).t("zoom"),
			() => W(n).t("zoom_in"),
			() => W(n).t("zoom_in"),
			() => W(n).t("zoom_out"),
			() => W(n).t("zoom_out"),
			() => W(n).t("whole_map"),
			() => W(n).t("whole_map")
		]), K("click", o, () => t.keys.zoomBy(1.5)), K("click", s, () => t.keys.zoomBy(1 / 1.5)), K("click", c, () => t.keys.goHome()), J(e, r);
	};
	return X(d, (e) => {
		t.tools && e(f);
	}), A(a), J(e, a), M(i);
}
fr(["click"]);
// src/player/Apart.svelte
var tc = /* @__PURE__ */ q("<th scope=\"col\" class=\"n s1oa\"> <!></th>"), nc = /* @__PURE__ */ q("<td> </td>"), rc = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"s1oa\"><!> </th><!></tr>"), ic = /* @__PURE__ */ q("<th scope=\"col\" class=\"s1oa\"> <!></th>"), ac = /* @__PURE__ */ q("<td class=\"s1oa\"><!> </td>"), oc = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"s1oa\"><button type=\"button\" class=\"s1oa\"> </button></th><!></tr>"), sc = /* @__PURE__ */ q("<thead class=\"s1oa\"><tr><th scope=\"col\" class=\"s1oa\"> </th><!></tr></thead> <tbody></tbody>", 1), cc = /* @__PURE__ */ q("<div class=\"apart s1oa\" role=\"region\" tabindex=\"0\"><table class=\"s1oa\"><caption class=\"s1oa\"> </caption><thead class=\"s1oa\"><tr><th scope=\"col\" class=\"s1oa\"> </th><!></tr></thead><tbody></tbody></table> <table class=\"s1oa\"><caption class=\"s1oa\"> </caption><!></table></div>");
function lc(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => t.parts[0].speech.words), r = /* @__PURE__ */ N(() => t.shows.list.map((e) => e.page.stage)), i = /* @__PURE__ */ N(() => m(W(r), 2)), a = /* @__PURE__ */ N(() => W(i)[0]), o = /* @__PURE__ */ N(() => W(i)[1]), s = /* @__PURE__ */ N(() => La(W(a).sites, W(o).sites)), c = /* @__PURE__ */ N(() => La(W(a).authorities, W(o).authorities)), l = (e, n) => e.reel.hold(n, t.shows.time.shown), u = (e, t) => e.page.stage.authorities[t]?.id, d = /* @__PURE__ */ N(() => W(s).map((e) => ({
		at: e,
		holds: t.shows.list.map((t, n) => l(t, e[n]))
	})).filter(({ holds: e }) => u(t.shows.first, e[0].holder) !== u(t.shows.second, e[1].holder)).sort((e, t) => (W(a).sites[t.at[0]]?.worth ?? 0) - (W(a).sites[e.at[0]]?.worth ?? 0)));
	function f(e) {
		let { authorities: n, sites: r } = e.page.stage, i = n.map(() => [0, 0]);
		r.forEach((n, r) => {
			let { holder: a } = e.reel.hold(r, t.shows.time.shown);
			a >= 0 && i[a][0]++;
		});
		for (let r of e.reel.bodies) r.there(t.shows.time.shown) && r.men(t.shows.time.shown, n.length).acting.forEach((e, t) => i[t][1] += e);
		return i;
	}
	let p = /* @__PURE__ */ N(() => t.shows.list.map(f)), h = (e, n) => t.shows.list[e].page.stage.authorities[n]?.look ?? -1;
	var g = cc(), _ = L(g), v = L(_), y = z(v, !0), b = B(v), x = L(b), S = L(x), C = z(S, !0);
	Z(B(S), 16, () => ["apart_places", "acting"], (e) => e, (e, t) => {
		var r = Cr();
		Z(R(r), 16, () => [0, 1], (e) => e, (e, r) => {
			var i = tc(), a = L(i);
			Qi(B(a), { get i() {
				return r;
			} }), A(i), V((e) => Y(a, `${e ?? ""} `), [() => W(n).t(t)]), J(e, i);
		}), J(e, r);
	}), A(x), A(b);
	var w = B(b);
	Z(w, 21, () => W(c), (e) => e[0], (e, t) => {
		var r = rc(), i = L(r), o = L(i);
		{
			let e = /* @__PURE__ */ N(() => h(0, W(t)[0]));
			Ca(o, {
				get look() {
					return W(e);
				},
				size: 12
			});
		}
		var s = B(o);
		A(i), Z(B(i), 16, () => [0, 1], (e) => e, (e, r) => {
			var i = Cr();
			Z(R(i), 16, () => [0, 1], (e) => e, (e, i) => {
				var a = nc();
				let o;
				var s = z(a, !0);
				V((e) => {
					o = Zr(a, 1, "n s1oa", null, o, { differs: W(p)[0][W(t)[0]][r] !== W(p)[1][W(t)[1]][r] }), Y(s, e);
				}, [() => W(n).number(W(p)[i][W(t)[i]][r])]), J(e, a);
			}), J(e, i);
		}), A(r), V((e) => Y(s, ` ${e ?? ""}`), [() => W(n).pick(W(a).authorities[W(t)[0]]?.title)]), J(e, r);
	}), A(w), A(_);
	var ee = B(_, 2), T = L(ee), te = z(T, !0), E = B(T), D = (e) => {
		var r = sc(), i = R(r), o = L(i), s = L(o), c = z(s, !0);
		Z(B(s), 16, () => [0, 1], (e) => e, (e, t) => {
			var r = ic(), i = L(r);
			Qi(B(i), { get i() {
				return t;
			} }), A(r), V((e) => Y(i, `${e ?? ""} `), [() => W(n).t("holder")]), J(e, r);
		}), A(o), A(i);
		var l = B(i, 2);
		Z(l, 21, () => W(d), ({ at: e, holds: t }) => e[0], (e, r) => {
			let i = () => W(r).at, o = () => W(r).holds;
			var s = oc(), c = L(s), l = L(c), u = z(l, !0);
			A(c), Z(B(c), 17, o, Ir, (e, r, i) => {
				var a = ac(), o = L(a);
				{
					let e = /* @__PURE__ */ N(() => h(i, W(r).holder));
					Ca(o, {
						get look() {
							return W(e);
						},
						size: 12
					});
				}
				var s = B(o);
				A(a), V((e, t) => Y(s, ` ${e ?? ""}${t ?? ""}`), [() => t.parts[i].speech.authority(W(r).holder), () => W(r).contested ? `, ${W(n).t("contested")}` : ""]), J(e, a);
			}), A(s), V((e) => Y(u, e), [() => W(n).pick(W(a).sites[i()[0]]?.title)]), K("click", l, () => t.shows.first.pickSite(i()[0])), J(e, s);
		}), A(l), V((e) => Y(c, e), [() => W(n).t("place")]), J(e, r);
	};
	X(E, (e) => {
		W(d).length && e(D);
	}), A(ee), A(g), V((e, t, n, r) => {
		Q(g, "aria-label", e), Y(y, t), Y(C, n), Y(te, r);
	}, [
		() => W(n).t("apart"),
		() => W(n).t("apart_sides", { moment: t.parts[0].speech.moment(t.shows.time.shown) }),
		() => W(n).t("authority"),
		() => W(n).t("apart_held", {
			n: W(n).number(W(d).length),
			all: W(n).number(W(s).length)
		})
	]), J(e, g), M();
}
fr(["click"]);
// src/player/SiteDetails.svelte
var uc = /* @__PURE__ */ q(", <b> </b>", 1), dc = /* @__PURE__ */ q("<li><button type=\"button\" class=\"link\"><!> </button> <span class=\"soft\"><!> </span></li>"), fc = /* @__PURE__ */ q("<ul></ul>"), pc = /* @__PURE__ */ q("<p class=\"soft\"> </p>"), mc = /* @__PURE__ */ q(" <span class=\"soft\"> </span>", 1), hc = /* @__PURE__ */ q(" <!>", 1), gc = /* @__PURE__ */ q("<li><!> <!></li>"), _c = /* @__PURE__ */ q("<h4> </h4> <p> </p>", 1), vc = /* @__PURE__ */ q("<button type=\"button\"> </button>"), yc = /* @__PURE__ */ q("<article class=\"card\"><h3> </h3> <p class=\"line\"><!> <!></p> <p class=\"soft\"> </p> <h4> </h4> <!> <h4> </h4> <ul></ul> <!> <p class=\"acts\"><button type=\"button\"> </button> <!></p></article>");
function bc(e, t) {
	j(t, !0);
	let n = ki(t, "show", 7), r = /* @__PURE__ */ N(() => t.speech.words), i = /* @__PURE__ */ N(() => n().page.stage), a = /* @__PURE__ */ N(() => W(i).sites[n().site]), o = /* @__PURE__ */ N(() => n().reel.hold(n().site, n().shown)), s = /* @__PURE__ */ N(() => n().reel.at(n().site, n().shown)), c = (e) => W(i).authorities[e]?.look ?? -1, l = (e) => {
		let { acting: t, standing: r } = n().reel.bodies[e].men(n().shown, W(i).authorities.length), a = (e) => e.reduce((e, t) => e + t, 0);
		return {
			acting: a(t),
			all: Math.max(a(t), a(r)),
			lead: t.indexOf(Math.max(...t)),
			any: a(t) > 0
		};
	};
	var u = yc(), d = L(u), f = z(d, !0), p = B(d, 2), m = L(p);
	{
		let e = /* @__PURE__ */ N(() => c(W(o).holder));
		Ca(m, { get look() {
			return W(e);
		} });
	}
	var h = B(m), g = B(h), _ = (e) => {
		var t = uc(), n = z(B(R(t)), !0);
		V((e) => Y(n, e), [() => W(r).t("contested")]), J(e, t);
	};
	X(g, (e) => {
		W(o).contested && e(_);
	}), A(p);
	var v = B(p, 2), y = z(v, !0), b = B(v, 2), x = z(b, !0), S = B(b, 2), C = (e) => {
		var a = fc();
		Z(a, 20, () => W(s), (e) => e, (e, a) => {
			let o = /* @__PURE__ */ N(() => l(a));
			var s = Cr(), u = R(s), d = (e) => {
				var s = dc(), l = L(s), u = L(l);
				{
					let e = /* @__PURE__ */ N(() => W(o).any ? c(W(o).lead) : -1);
					Ca(u, {
						get look() {
							return W(e);
						},
						size: 12
					});
				}
				var d = B(u);
				A(l);
				var f = B(l, 2), p = L(f);
				{
					let e = /* @__PURE__ */ N(() => W(i).units[n().reel.bodies[a].track.unit]?.kind ?? "");
					Ja(p, { get kind() {
						return W(e);
					} });
				}
				var m = B(p);
				A(f), A(s), V((e, t) => {
					Y(d, ` ${e ?? ""}`), Y(m, ` ${t ?? ""}`);
				}, [() => t.speech.body(n().reel.bodies[a].track), () => W(r).t("acting_of", {
					acting: W(r).number(W(o).acting),
					men: W(r).count("men", W(o).all)
				})]), K("click", l, () => n().pickTrack(a)), J(e, s);
			};
			X(u, (e) => {
				W(o).all > 0 && e(d);
			}), J(e, s);
		}), A(a), J(e, a);
	}, w = (e) => {
		var t = pc(), n = z(t, !0);
		V((e) => Y(n, e), [() => W(r).t("nobody_here")]), J(e, t);
	};
	X(S, (e) => {
		W(s).length ? e(C) : e(w, -1);
	});
	var ee = B(S, 2), T = z(ee, !0), te = B(ee, 2);
	Z(te, 23, () => W(i).authorities, (e) => e.id, (e, i, a) => {
		let o = /* @__PURE__ */ N(() => n().reel.belief(W(a), n().site, n().shown));
		var s = gc(), c = L(s);
		Ca(c, {
			get look() {
				return W(i).look;
			},
			size: 12
		});
		var l = B(c), u = B(l), d = (e) => {
			var t = Sr();
			V((e) => Y(t, e), [() => W(r).t("never_heard")]), J(e, t);
		}, f = (e) => {
			var n = hc(), i = R(n, !0), a = B(i), s = (e) => {
				var n = mc(), i = R(n, !0);
				i.nodeValue = " ";
				var a = z(B(i));
				V((e) => Y(a, `(${e ?? ""})`), [() => W(r).t("news_of", { moment: t.speech.moment(W(o).news) })]), J(e, n);
			};
			X(a, (e) => {
				W(o).news >= 0 && e(s);
			}), V((e) => Y(i, e), [() => t.speech.authority(W(o).holder)]), J(e, n);
		};
		X(u, (e) => {
			W(o).news < 0 && W(o).holder < 0 ? e(d) : e(f, -1);
		}), A(s), V((e) => Y(l, ` ${e ?? ""}: `), [() => W(r).pick(W(i).title)]), J(e, s);
	}), A(te);
	var E = B(te, 2), D = (e) => {
		var t = _c(), n = R(t), i = z(n, !0), o = z(B(n, 2), !0);
		V((e, t) => {
			Y(i, e), Y(o, t);
		}, [() => W(r).t("gates"), () => W(a).gates.map((e) => W(r).pick(e)).join(", ")]), J(e, t);
	};
	X(E, (e) => {
		W(a).gates.length && e(D);
	});
	var ne = B(E, 2), re = L(ne), ie = z(re, !0), ae = B(re, 2), oe = (e) => {
		var n = vc(), i = z(n, !0);
		V((e) => Y(i, e), [() => W(r).t("sources")]), K("click", n, () => t.onEvidence(W(a).evidence)), J(e, n);
	};
	X(ae, (e) => {
		t.onEvidence && W(a).evidence && e(oe);
	}), A(ne), A(u), V((e, t, n, r, i, a) => {
		Y(f, e), Y(h, ` ${t ?? ""}`), Y(y, n), Y(x, r), Y(T, i), Y(ie, a);
	}, [
		() => W(r).pick(W(a).title),
		() => W(r).t(W(o).holder < 0 ? "held_by_nobody" : "held_by", { authority: t.speech.authority(W(o).holder) }),
		() => W(r).t("since", { moment: t.speech.moment(W(o).since) }),
		() => W(r).t("here"),
		() => W(r).t("believed"),
		() => W(r).t("events_here")
	]), K("click", re, () => (n().filter = "site", n().tab = "log")), J(e, u), M();
}
fr(["click"]);
// src/player/UnitDetails.svelte
var xc = /* @__PURE__ */ q("<p class=\"soft kind\"><!> </p>"), Sc = /* @__PURE__ */ q("<p class=\"line\"> </p>"), Cc = /* @__PURE__ */ q("<button type=\"button\" class=\"link\"> </button>"), wc = /* @__PURE__ */ q("<tr><th scope=\"row\"><!> </th><td class=\"n\"> </td><td class=\"n\"> </td></tr>"), Tc = /* @__PURE__ */ q("<p class=\"line\"><!></p> <p class=\"line\"><!> </p> <table><thead><tr><th scope=\"col\"> </th><th scope=\"col\" class=\"n\"> </th><th scope=\"col\" class=\"n\"> </th></tr></thead><tbody></tbody></table> <p class=\"soft\"> </p>", 1), Ec = /* @__PURE__ */ q("<button type=\"button\"> </button>"), Dc = /* @__PURE__ */ q("<article class=\"card\"><h3> </h3> <!> <!> <p class=\"acts\"><button type=\"button\"> </button> <button type=\"button\"> </button> <!></p></article>");
function Oc(e, t) {
	j(t, !0);
	let n = ki(t, "show", 7), r = /* @__PURE__ */ N(() => t.speech.words), i = /* @__PURE__ */ N(() => n().page.stage), a = /* @__PURE__ */ N(() => n().reel.bodies[n().track]), o = /* @__PURE__ */ N(() => W(i).units[W(a).track.unit]), s = /* @__PURE__ */ N(() => W(a).step(n().shown)), c = /* @__PURE__ */ N(() => W(a).leg(n().shown)), l = /* @__PURE__ */ N(() => W(a).men(n().shown, W(i).authorities.length)), u = /* @__PURE__ */ N(() => W(s)[4] ?? -1);
	var d = Dc(), f = L(d), p = z(f, !0), m = B(f, 2), h = (e) => {
		var t = xc(), n = L(t);
		Ja(n, {
			get kind() {
				return W(o).kind;
			},
			size: 18
		});
		var i = B(n);
		A(t), V((e) => Y(i, ` ${e ?? ""}`), [() => W(r).word("kinds", W(o).kind)]), J(e, t);
	};
	X(m, (e) => {
		W(o) && e(h);
	});
	var g = B(m, 2), _ = (e) => {
		var t = Sc(), n = z(t, !0);
		V((e) => Y(n, e), [() => W(r).t("not_there")]), J(e, t);
	}, v = /* @__PURE__ */ N(() => !W(a).there(n().shown)), y = (e) => {
		var o = Tc(), d = R(o), f = L(d), p = (e) => {
			var n = Sr();
			V((e) => Y(n, e), [() => W(r).t("marching", {
				from: t.speech.site(W(c).path[0]),
				site: t.speech.site(W(c).path.at(-1)),
				moment: t.speech.moment(W(c).end || W(s)[3])
			})]), J(e, n);
		}, m = (e) => {
			var r = Cc(), i = z(r, !0);
			V((e) => Y(i, e), [() => t.speech.site(W(a).site(n().shown))]), K("click", r, () => n().pickSite(W(a).site(n().shown))), J(e, r);
		};
		X(f, (e) => {
			W(c) ? e(p) : e(m, -1);
		}), A(d);
		var h = B(d, 2), g = L(h);
		{
			let e = /* @__PURE__ */ N(() => W(i).authorities[W(u)]?.look ?? -1);
			Ca(g, { get look() {
				return W(e);
			} });
		}
		var _ = B(g);
		A(h);
		var v = B(h, 2), y = L(v), b = L(y), x = L(b), S = z(x, !0), C = B(x), w = z(C, !0), ee = z(B(C), !0);
		A(b), A(y);
		var T = B(y);
		Z(T, 23, () => W(i).authorities, (e) => e.id, (e, t, n) => {
			var i = wc(), a = L(i), o = L(a);
			Ca(o, {
				get look() {
					return W(t).look;
				},
				size: 12
			});
			var s = B(o);
			A(a);
			var c = B(a), u = z(c, !0), d = z(B(c), !0);
			A(i), V((e, t, n) => {
				Y(s, ` ${e ?? ""}`), Y(u, t), Y(d, n);
			}, [
				() => W(r).pick(W(t).title),
				() => W(r).number(W(l).acting[W(n)] ?? 0),
				() => W(r).number(W(l).standing[W(n)] ?? 0)
			]), J(e, i);
		}), A(T), A(v);
		var te = z(B(v, 2), !0);
		V((e, t, n, r, i) => {
			Y(_, ` ${e ?? ""}`), Y(S, t), Y(w, n), Y(ee, r), Y(te, i);
		}, [
			() => W(r).t(W(u) < 0 ? "serves_nobody" : "serves", { authority: t.speech.authority(W(u)) }),
			() => W(r).t("authority"),
			() => W(r).t("acting"),
			() => W(r).t("standing"),
			() => W(r).t("losses", {
				dead: W(r).number(W(s)[5] ?? 0),
				captured: W(r).number(W(s)[6] ?? 0)
			})
		]), J(e, o);
	};
	X(g, (e) => {
		W(v) ? e(_) : e(y, -1);
	});
	var b = B(g, 2), x = L(b), S = z(x, !0), C = B(x, 2), w = z(C, !0), ee = B(C, 2), T = (e) => {
		var n = Ec(), i = z(n, !0);
		V((e) => Y(i, e), [() => W(r).t("sources")]), K("click", n, () => t.onEvidence(W(o).evidence)), J(e, n);
	};
	X(ee, (e) => {
		t.onEvidence && W(o)?.evidence && e(T);
	}), A(b), A(d), V((e, t, r) => {
		Y(p, e), Q(x, "aria-pressed", n().follow), Y(S, t), Y(w, r);
	}, [
		() => t.speech.body(W(a).track),
		() => W(r).t("follow"),
		() => W(r).t("events_unit")
	]), K("click", x, () => n().follow = !n().follow), K("click", C, () => (n().filter = "unit", n().tab = "log")), J(e, d), M();
}
fr(["click"]);
// src/player/Details.svelte
var kc = /* @__PURE__ */ q("<option> </option>"), Ac = /* @__PURE__ */ q("<p class=\"empty s2w7\"> </p>"), jc = /* @__PURE__ */ q("<div class=\"details s2w7\"><div class=\"pick s2w7\"><label class=\"s2w7\"> <select class=\"s2w7\"><option> </option><!></select></label> <label class=\"s2w7\"> <select class=\"s2w7\"><option> </option><!></select></label></div> <!></div>");
function Mc(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => t.speech.words), r = /* @__PURE__ */ N(() => new Intl.Collator(W(n).code)), i = /* @__PURE__ */ N(() => t.show.page.stage.sites.map((e, t) => ({
		i: t,
		name: W(n).pick(e.title)
	})).sort((e, t) => W(r).compare(e.name, t.name))), a = /* @__PURE__ */ N(() => t.show.reel.bodies.map((e, n) => ({
		i: n,
		name: t.speech.body(e.track),
		part: e.track.detachment
	})).filter((e) => !e.part || e.i === t.show.track).sort((e, t) => W(r).compare(e.name, t.name)));
	var o = jc(), s = L(o), c = L(s), l = L(c), u = B(l), d = L(u), f = z(d, !0);
	d.value = d.__value = -1, Z(B(d), 17, () => W(i), (e) => e.i, (e, t) => {
		var n = kc(), r = z(n, !0), i = {};
		V(() => {
			Y(r, W(t).name), i !== (i = W(t).i) && (n.value = (n.__value = i) ?? "");
		}), J(e, n);
	}), A(u);
	var p;
	ri(u), A(c);
	var m = B(c, 2), h = L(m), g = B(h), _ = L(g), v = z(_, !0);
	_.value = _.__value = -1, Z(B(_), 17, () => W(a), (e) => e.i, (e, t) => {
		var n = kc(), r = z(n, !0), i = {};
		V(() => {
			Y(r, W(t).name), i !== (i = W(t).i) && (n.value = (n.__value = i) ?? "");
		}), J(e, n);
	}), A(g);
	var y;
	ri(g), A(m), A(s);
	var b = B(s, 2), x = (e) => {
		Oc(e, {
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
		bc(e, {
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
		var t = Ac(), r = z(t, !0);
		V((e) => Y(r, e), [() => W(n).t("choose_help")]), J(e, t);
	};
	X(b, (e) => {
		t.show.track >= 0 && t.show.reel.bodies[t.show.track] ? e(x) : t.show.site >= 0 ? e(S, 1) : e(C, -1);
	}), A(o), V((e, n, r, i) => {
		Y(l, `${e ?? ""} `), Y(f, n), p !== (p = t.show.site) && (u.value = (u.__value = p) ?? "", ni(u, p)), Y(h, `${r ?? ""} `), Y(v, i), y !== (y = t.show.track) && (g.value = (g.__value = y) ?? "", ni(g, y));
	}, [
		() => W(n).t("place"),
		() => W(n).t("choose"),
		() => W(n).t("unit"),
		() => W(n).t("choose")
	]), K("change", u, (e) => t.show.pickSite(Number(e.currentTarget.value))), K("change", g, (e) => t.show.pickTrack(Number(e.currentTarget.value))), J(e, o), M();
}
fr(["change"]);
// src/player/Log.svelte
var Nc = /* @__PURE__ */ q("<option> </option>"), Pc = /* @__PURE__ */ q("<li class=\"s1l7\"><button type=\"button\"><span class=\"when s1l7\"><!> </span> <span class=\"what s1l7\"> </span></button></li>"), Fc = /* @__PURE__ */ q("<li class=\"none s1l7\"> </li>"), Ic = /* @__PURE__ */ q("<div class=\"log s1l7\"><label class=\"filter s1l7\"> <select class=\"s1l7\"></select> <span class=\"s1l7\"> </span></label> <div class=\"scroll s1l7\" role=\"group\"><ol class=\"s1l7\"></ol></div></div>");
function Lc(e, t) {
	j(t, !0);
	let n = ki(t, "show", 7), r = /* @__PURE__ */ F(void 0), i = /* @__PURE__ */ F(0), a = /* @__PURE__ */ F(400), o = -Infinity, s = /* @__PURE__ */ N(() => t.speech.words), c = /* @__PURE__ */ N(() => n().listed.rows), l = /* @__PURE__ */ N(() => n().row >= 0 && W(c).includes(n().row) ? W(c).indexOf(n().row) : yo(n().listed.minutes, n().shown)), u = /* @__PURE__ */ N(() => Math.max(0, Math.floor(W(i) / 62) - 4)), d = /* @__PURE__ */ N(() => Math.min(W(c).length, Math.ceil((W(i) + W(a)) / 62) + 4)), f = /* @__PURE__ */ N(() => [
		"main",
		"all",
		"unit",
		"site"
	].filter((e) => (e !== "unit" || n().track >= 0) && (e !== "site" || n().site >= 0)));
	pn(() => {
		W(l), W(c), G(() => {
			if (!W(r) || performance.now() - o < 4e3) return;
			let e = W(l) * 62 - W(a) / 2 + 62;
			W(r).scrollTop = Math.max(0, e);
		});
	});
	async function p(e, t) {
		let n = {
			ArrowDown: 1,
			ArrowUp: -1
		}[e.key];
		if (!n || !W(r)) return;
		e.preventDefault(), e.stopPropagation();
		let o = Math.min(W(c).length - 1, Math.max(0, t + n));
		(o * 62 < W(i) || (o + 1) * 62 > W(i) + W(a)) && (W(r).scrollTop = Math.max(0, o * 62 - W(a) / 2)), await nr(), await new Promise(requestAnimationFrame), W(r).querySelector(`[data-index="${o}"]`)?.focus();
	}
	function m(e) {
		o = performance.now(), n().time.playing = !1, n().visit(e), t.onWhy(e);
	}
	var h = Ic(), g = L(h), _ = L(g), v = B(_);
	Z(v, 20, () => W(f), (e) => e, (e, t) => {
		var n = Nc(), r = z(n, !0), i = {};
		V((e) => {
			Y(r, e), i !== (i = t) && (n.value = (n.__value = i) ?? "");
		}, [() => W(s).t(`filter_${t}`)]), J(e, n);
	}), A(v), ri(v);
	var y = z(B(v, 2), !0);
	A(g);
	var b = B(g, 2), x = L(b);
	let S;
	Z(x, 22, () => W(c).slice(W(u), W(d)), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ N(() => n().happenings[r]), o = /* @__PURE__ */ N(() => W(u) + W(i));
		var s = Pc();
		let d;
		var f = L(s);
		let h;
		var g = L(f), _ = L(g), v = (e) => {
			{
				let t = /* @__PURE__ */ N(() => n().page.stage.authorities[W(a).authority]?.look ?? -1);
				Ca(e, {
					get look() {
						return W(t);
					},
					size: 12
				});
			}
		};
		X(_, (e) => {
			W(a).authority >= 0 && e(v);
		});
		var y = B(_);
		A(g);
		var b = z(B(g, 2), !0);
		A(f), A(s), V((e, t) => {
			Q(s, "aria-setsize", W(c).length), Q(s, "aria-posinset", W(o) + 1), d = $r(s, "", d, {
				top: `${W(o) * 62}px`,
				height: "62px"
			}), Q(f, "data-index", W(o)), Q(f, "aria-current", W(o) === W(l) ? "true" : void 0), h = Zr(f, 1, "s1l7", null, h, {
				later: W(a).minute > n().shown,
				now: W(o) === W(l),
				great: W(a).weight >= n().bars.great
			}), Y(y, ` ${e ?? ""}`), Y(b, t);
		}, [() => t.speech.moment(W(a).minute), () => t.speech.sentence(W(a))]), K("click", f, () => m(r)), K("keydown", f, (e) => p(e, W(o))), J(e, s);
	}, (e) => {
		var t = Fc(), n = z(t, !0);
		V((e) => Y(n, e), [() => W(s).t("no_events")]), J(e, t);
	}), A(x), A(b), Ei(b, (e) => I(r, e), () => W(r)), A(h), V((e, t, n) => {
		Y(_, `${e ?? ""} `), Y(y, t), Q(b, "aria-label", n), S = $r(x, "", S, { height: `${W(c).length * 62}px` });
	}, [
		() => W(s).t("filter"),
		() => W(s).count("rows", W(c).length),
		() => W(s).t("log")
	]), ii(v, () => n().filter, (e) => n().filter = e), dr("scroll", b, () => I(i, W(r)?.scrollTop ?? 0, !0)), dr("wheel", b, () => o = performance.now()), K("pointerdown", b, () => o = performance.now()), K("focusin", b, () => o = performance.now()), wi(b, "clientHeight", (e) => I(a, e)), J(e, h), M();
}
fr([
	"pointerdown",
	"focusin",
	"click",
	"keydown"
]);
// src/player/Tables.svelte
var Rc = /* @__PURE__ */ q("<button type=\"button\" class=\"s1ji\"> </button>"), zc = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"s1ji\"><button type=\"button\" class=\"s1ji\"> </button></th><td class=\"s1ji\"><!> </td><td class=\"when s1ji\"> </td></tr>"), Bc = /* @__PURE__ */ q("<thead class=\"s1ji\"><tr><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"s1ji\"> </th></tr></thead> <tbody></tbody>", 1), Vc = /* @__PURE__ */ q("<tr><th scope=\"row\" class=\"s1ji\"><button type=\"button\" class=\"s1ji\"> </button></th><td class=\"kind s1ji\"><!> </td><td class=\"s1ji\"> </td><td class=\"n s1ji\"> </td><td class=\"n s1ji\"> </td></tr>"), Hc = /* @__PURE__ */ q("<thead class=\"s1ji\"><tr><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"n s1ji\"> </th><th scope=\"col\" class=\"n s1ji\"> </th></tr></thead> <tbody></tbody>", 1), Uc = /* @__PURE__ */ q("<tr><td class=\"when s1ji\"> </td><td class=\"s1ji\"><button type=\"button\" class=\"s1ji\"> </button></td></tr>"), Wc = /* @__PURE__ */ q("<thead class=\"s1ji\"><tr><th scope=\"col\" class=\"s1ji\"> </th><th scope=\"col\" class=\"s1ji\"> </th></tr></thead> <tbody></tbody>", 1), Gc = /* @__PURE__ */ q("<div class=\"leaves s1ji\"><button type=\"button\" class=\"s1ji\"> </button> <span> </span> <button type=\"button\" class=\"s1ji\"> </button></div>"), Kc = /* @__PURE__ */ q("<div class=\"tables s1ji\"><div class=\"which s1ji\" role=\"group\"></div> <div class=\"scroll s1ji\" role=\"region\" tabindex=\"0\"><table class=\"s1ji\"><caption class=\"s1ji\"> </caption><!></table></div> <!></div>");
function qc(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ F("sites"), r = /* @__PURE__ */ F(0), i = /* @__PURE__ */ N(() => t.speech.words), a = /* @__PURE__ */ N(() => t.show.page.stage), o = (e) => W(a).authorities[e]?.look ?? -1, s = (e) => e.reduce((e, t) => e + t, 0), c = /* @__PURE__ */ N(() => W(n) === "units" ? t.show.reel.bodies.map((e, t) => ({
		body: e,
		track: t
	})).filter(({ body: e }) => e.there(t.show.shown)) : []), l = /* @__PURE__ */ N(() => W(n) === "sites" ? W(a).sites.length : W(n) === "units" ? W(c).length : t.show.listed.rows.length), u = /* @__PURE__ */ N(() => Math.max(1, Math.ceil(W(l) / 100))), d = /* @__PURE__ */ N(() => Math.min(W(r), W(u) - 1));
	function f(e) {
		I(n, e, !0), I(r, 0);
	}
	var p = Kc(), m = L(p);
	Z(m, 20, () => [
		"sites",
		"units",
		"events"
	], (e) => e, (e, t) => {
		var r = Rc(), a = z(r, !0);
		V((e) => {
			Q(r, "aria-pressed", W(n) === t), Y(a, e);
		}, [() => W(i).t(`table_${t}`)]), K("click", r, () => f(t)), J(e, r);
	}), A(m);
	var h = B(m, 2), g = L(h), _ = L(g), v = z(_), y = B(_), b = (e) => {
		var n = Bc(), r = R(n), s = L(r), c = L(s), l = z(c, !0), u = B(c), f = z(u, !0), p = z(B(u), !0);
		A(s), A(r);
		var m = B(r, 2);
		Z(m, 23, () => W(a).sites.slice(W(d) * 100, (W(d) + 1) * 100), (e) => e.id, (e, n, r) => {
			let a = /* @__PURE__ */ N(() => t.show.reel.hold(W(d) * 100 + W(r), t.show.shown));
			var s = zc(), c = L(s), l = L(c), u = z(l, !0);
			A(c);
			var f = B(c), p = L(f);
			{
				let e = /* @__PURE__ */ N(() => o(W(a).holder));
				Ca(p, {
					get look() {
						return W(e);
					},
					size: 12
				});
			}
			var m = B(p);
			A(f);
			var h = z(B(f), !0);
			A(s), V((e, t, n, r) => {
				Y(u, e), Y(m, ` ${t ?? ""}${n ?? ""}`), Y(h, r);
			}, [
				() => W(i).pick(W(n).title),
				() => t.speech.authority(W(a).holder),
				() => W(a).contested ? `, ${W(i).t("contested")}` : "",
				() => t.speech.moment(W(a).since)
			]), K("click", l, () => t.show.pickSite(W(d) * 100 + W(r))), J(e, s);
		}), A(m), V((e, t, n) => {
			Y(l, e), Y(f, t), Y(p, n);
		}, [
			() => W(i).t("place"),
			() => W(i).t("holder"),
			() => W(i).t("since_when")
		]), J(e, n);
	}, x = (e) => {
		var n = Hc(), r = R(n), o = L(r), l = L(o), u = z(l, !0), f = B(l), p = z(f, !0), m = B(f), h = z(m, !0), g = B(m), _ = z(g, !0), v = z(B(g), !0);
		A(o), A(r);
		var y = B(r, 2);
		Z(y, 21, () => W(c).slice(W(d) * 100, (W(d) + 1) * 100), ({ body: e, track: t }) => t, (e, n) => {
			let r = () => W(n).body, o = () => W(n).track, c = /* @__PURE__ */ N(() => r().men(t.show.shown, W(a).authorities.length)), l = /* @__PURE__ */ N(() => r().leg(t.show.shown)), u = /* @__PURE__ */ N(() => W(a).units[r().track.unit]?.kind ?? "");
			var d = Vc(), f = L(d), p = L(f), m = z(p, !0);
			A(f);
			var h = B(f), g = L(h);
			Ja(g, {
				get kind() {
					return W(u);
				},
				size: 13
			});
			var _ = B(g);
			A(h);
			var v = B(h), y = z(v, !0), b = B(v), x = z(b, !0), S = z(B(b), !0);
			A(d), V((e, t, n, r, i) => {
				Y(m, e), Y(_, ` ${t ?? ""}`), Y(y, n), Y(x, r), Y(S, i);
			}, [
				() => t.speech.body(r().track),
				() => W(i).word("kinds", W(u)),
				() => W(l) ? W(i).t("on_the_way", { site: t.speech.site(W(l).path.at(-1)) }) : t.speech.site(r().site(t.show.shown)),
				() => W(i).number(s(W(c).acting)),
				() => W(i).number(Math.max(s(W(c).acting), s(W(c).standing)))
			]), K("click", p, () => t.show.pickTrack(o())), J(e, d);
		}), A(y), V((e, t, n, r, i) => {
			Y(u, e), Y(p, t), Y(h, n), Y(_, r), Y(v, i);
		}, [
			() => W(i).t("unit"),
			() => W(i).t("kind"),
			() => W(i).t("place"),
			() => W(i).t("acting"),
			() => W(i).t("men")
		]), J(e, n);
	}, S = (e) => {
		var n = Wc(), r = R(n), a = L(r), o = L(a), s = z(o, !0), c = z(B(o), !0);
		A(a), A(r);
		var l = B(r, 2);
		Z(l, 20, () => t.show.listed.rows.slice(W(d) * 100, (W(d) + 1) * 100), (e) => e, (e, n) => {
			var r = Uc(), i = L(r), a = z(i, !0), o = B(i), s = L(o), c = z(s, !0);
			A(o), A(r), V((e, t) => {
				Y(a, e), Y(c, t);
			}, [() => t.speech.moment(t.show.happenings[n].minute), () => t.speech.sentence(t.show.happenings[n])]), K("click", s, () => t.show.visit(n)), J(e, r);
		}), A(l), V((e, t) => {
			Y(s, e), Y(c, t);
		}, [() => W(i).t("time"), () => W(i).t("event")]), J(e, n);
	};
	X(y, (e) => {
		W(n) === "sites" ? e(b) : W(n) === "units" ? e(x, 1) : e(S, -1);
	}), A(g), A(h);
	var C = B(h, 2), w = (e) => {
		var t = Gc(), n = L(t), a = z(n, !0), o = B(n, 2), s = z(o, !0), c = B(o, 2), f = z(c, !0);
		A(t), V((e, t, r) => {
			n.disabled = W(d) === 0, Y(a, e), Y(s, t), c.disabled = W(d) >= W(u) - 1, Y(f, r);
		}, [
			() => W(i).t("earlier_rows"),
			() => W(i).t("rows_of", {
				from: W(i).number(W(d) * 100 + 1),
				to: W(i).number(Math.min(W(l), (W(d) + 1) * 100)),
				all: W(i).number(W(l))
			}),
			() => W(i).t("later_rows")
		]), K("click", n, () => I(r, W(d) - 1)), K("click", c, () => I(r, W(d) + 1)), J(e, t);
	};
	X(C, (e) => {
		W(u) > 1 && e(w);
	}), A(p), V((e, t, n, r) => {
		Q(m, "aria-label", e), Q(h, "aria-label", t), Y(v, `${n ?? ""}, ${r ?? ""}`);
	}, [
		() => W(i).t("tables"),
		() => W(i).t(`table_${W(n)}`),
		() => W(i).t(`table_${W(n)}`),
		() => t.speech.moment(t.show.shown)
	]), J(e, p), M();
}
fr(["click"]);
// src/player/timeline.ts
function Jc(e, t = 240, n = 40) {
	let r = e.map((e) => e.weight).sort((e, t) => t - e), i = (e, t) => Math.max(r[Math.min(e, Math.floor(r.length * t))] ?? 0, .001), a = {
		main: i(t, .75),
		great: i(n, .15)
	};
	return {
		main: Math.min(a.main, a.great),
		great: a.great
	};
}
function Yc(e, t, n, r) {
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
var Xc = class {
	rows;
	minutes;
	constructor(e, t) {
		this.rows = t, this.minutes = Int32Array.from(t, (t) => e[t]?.minute ?? 0);
	}
	last(e) {
		return this.rows[yo(this.minutes, e)] ?? -1;
	}
};
function Zc(e, t) {
	let n = [];
	for (let r = t; r >= 0 && r < e.length && !n.includes(r); r = e[r].trigger) n.push(r);
	return n;
}
// src/player/Why.svelte
var Qc = /* @__PURE__ */ q("<p class=\"because s1kj\"> </p>"), $c = /* @__PURE__ */ q("<button type=\"button\" class=\"s1kj\"> </button>"), el = /* @__PURE__ */ q("<p class=\"sources s1kj\"> <!></p>"), tl = /* @__PURE__ */ q("<li><button type=\"button\" class=\"when s1kj\"><!> </button> <p class=\"what s1kj\"> </p> <!> <!></li>"), nl = /* @__PURE__ */ q("<div class=\"why s1kj\"><header class=\"s1kj\"><h3 tabindex=\"-1\" class=\"s1kj\"> </h3> <button type=\"button\" class=\"close s1kj\"><!></button></header> <ol class=\"s1kj\"></ol></div>");
function rl(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => t.speech.words), r = /* @__PURE__ */ N(() => Zc(t.show.happenings, t.row)), i = /* @__PURE__ */ F(void 0);
	pn(() => {
		t.row, W(i)?.focus({ preventScroll: !0 });
	});
	let a = (e) => e.toLowerCase().replace(/[.\s]+$/, "");
	function o(e) {
		let r = t.show.happenings[e], i = W(n).pick(r.because), o = t.show.happenings[r.trigger];
		return o && a(i).includes(a(t.speech.sentence(o))) ? "" : i;
	}
	function s(e) {
		let [r = "", i = ""] = e.split("."), { sites: a, units: o, decisions: s, named: c } = t.show.page.stage, l = {
			sites: a,
			units: o,
			decisions: s
		}[r]?.find((e) => e.id === i)?.title ?? c?.[`${r}.${i}`];
		return l ? W(n).pick(l) : W(n).t(r === "plans" ? "of_plan" : "of_outside");
	}
	var c = nl(), l = L(c), u = L(l), d = z(u, !0);
	Ei(u, (e) => I(i, e), () => W(i));
	var f = B(u, 2);
	ua(L(f), { name: "close" }), A(f), A(l);
	var p = B(l, 2);
	Z(p, 22, () => W(r), (e) => e, (e, r, i) => {
		let a = /* @__PURE__ */ N(() => t.show.happenings[r]);
		var c = tl();
		let l;
		var u = L(c), d = L(u), f = (e) => {
			{
				let n = /* @__PURE__ */ N(() => t.show.page.stage.authorities[W(a).authority]?.look ?? -1);
				Ca(e, {
					get look() {
						return W(n);
					},
					size: 12
				});
			}
		};
		X(d, (e) => {
			W(a).authority >= 0 && e(f);
		});
		var p = B(d);
		A(u);
		var m = B(u, 2), h = z(m, !0), g = B(m, 2), _ = (e) => {
			var t = Qc(), n = z(t, !0);
			V((e) => Y(n, e), [() => o(r)]), J(e, t);
		}, v = /* @__PURE__ */ N(() => o(r));
		X(g, (e) => {
			W(v) && e(_);
		});
		var y = B(g, 2), b = (e) => {
			var r = el(), i = L(r);
			Z(B(i), 16, () => W(a).evidence, (e) => e, (e, n) => {
				var r = $c(), i = z(r, !0);
				V((e) => Y(i, e), [() => s(n)]), K("click", r, () => t.onEvidence(n)), J(e, r);
			}), A(r), V((e) => Y(i, `${e ?? ""}: `), [() => W(n).t("sources")]), J(e, r);
		};
		X(y, (e) => {
			t.onEvidence && W(a).evidence.length && e(b);
		}), A(c), V((e, t) => {
			l = Zr(c, 1, "s1kj", null, l, { first: W(i) === 0 }), Y(p, ` ${e ?? ""}`), Y(h, t);
		}, [() => t.speech.moment(W(a).minute), () => t.speech.sentence(W(a))]), K("click", u, () => t.show.visit(r)), J(e, c);
	}), A(p), A(c), V((e, t) => {
		Y(d, e), Q(f, "aria-label", t);
	}, [() => W(n).t("why"), () => W(n).t("close")]), K("click", f, function(...e) {
		t.onClose?.apply(this, e);
	}), J(e, c), M();
}
fr(["click"]);
// src/player/Panel.svelte
var il = /* @__PURE__ */ q("<!> <!>", 1), al = /* @__PURE__ */ q("<button type=\"button\" role=\"tab\"> </button>"), ol = /* @__PURE__ */ q("<section class=\"half\"><p class=\"whose\" aria-hidden=\"true\"><!> </p> <!></section>"), sl = /* @__PURE__ */ q("<div class=\"panel\"><div class=\"tabs\" role=\"tablist\"></div> <div role=\"tabpanel\"><!></div></div>");
function cl(e, t) {
	j(t, !0);
	let n = (e, n = d, r = d, i = d) => {
		var o = Cr(), l = R(o), u = (e) => {
			var o = il(), l = R(o);
			Lc(l, {
				get show() {
					return n();
				},
				get speech() {
					return r();
				},
				onWhy: (e) => s(i(), e)
			});
			var u = B(l, 2), d = (e) => {
				rl(e, {
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
			Mc(e, {
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
			qc(e, {
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
	}, r = ki(t, "shows", 7), i = /* @__PURE__ */ N(() => r().second ? [
		"apart",
		"log",
		"details",
		"tables"
	] : [
		"log",
		"details",
		"tables"
	]), a = Wt(G(() => t.parts.map(() => -1))), o = null;
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
		t && (e.preventDefault(), e.stopPropagation(), r().tab = W(i)[(W(i).indexOf(r().tab) + t + W(i).length) % W(i).length], e.currentTarget.parentElement?.querySelector(`#tab-${r().tab}`)?.focus());
	}
	var f = { close: l }, p = sl(), m = L(p);
	Z(m, 20, () => W(i), (e) => e, (e, n) => {
		var i = al(), a = z(i, !0);
		V((e) => {
			Q(i, "id", `tab-${n ?? ""}`), Q(i, "aria-selected", r().tab === n), Q(i, "aria-controls", `panel-${n ?? ""}`), Q(i, "tabindex", r().tab === n ? 0 : -1), Y(a, e);
		}, [() => t.words.t(n)]), K("keydown", i, u), K("click", i, () => r().tab = n), J(e, i);
	}), A(m);
	var h = B(m, 2);
	let g;
	var _ = L(h), v = (e) => {
		lc(e, {
			get shows() {
				return r();
			},
			get parts() {
				return t.parts;
			}
		});
	}, y = (e) => {
		var r = Cr();
		Z(R(r), 17, () => t.parts, Ir, (e, t, r) => {
			let i = () => W(t).show, a = () => W(t).speech, o = () => W(t).name;
			var s = Cr(), c = R(s), l = (e) => {
				n(e, i, a, () => r);
			}, u = (e) => {
				var t = ol(), s = L(t), c = L(s);
				Qi(c, { i: r });
				var l = B(c);
				A(s);
				var u = B(s, 2);
				n(u, i, a, () => r), A(t), V(() => {
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
	}), A(h), A(p), V((e) => {
		Q(m, "aria-label", e), g = Zr(h, 1, "leaf", null, g, { two: t.parts.length > 1 && r().tab !== "apart" }), Q(h, "id", `panel-${r().tab ?? ""}`), Q(h, "aria-labelledby", `tab-${r().tab ?? ""}`);
	}, [() => t.words.t("panel")]), J(e, p), M(f);
}
fr(["keydown", "click"]);
// src/player/Parted.svelte
var ll = /* @__PURE__ */ q("<p class=\"until s148\"> </p>"), ul = /* @__PURE__ */ q("<button type=\"button\" class=\"s148\"> </button>"), dl = /* @__PURE__ */ q("<p class=\"held s148\"> <button type=\"button\" class=\"s148\"> </button></p>"), fl = /* @__PURE__ */ q("<p class=\"held s148\"> </p>"), pl = /* @__PURE__ */ q("<p class=\"until s148\"> <!></p> <!>", 1), ml = /* @__PURE__ */ q("<div class=\"parted s148\"><!></div>");
function hl(e, t) {
	j(t, !0);
	let n = ki(t, "shows", 7), r = /* @__PURE__ */ N(() => t.parts[0].speech.words), i = (e) => t.parts[0].speech.moment(e), a = (e) => t.parts[e].speech.authority(t.part.held?.holders[e] ?? -1);
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
	var c = ml(), l = L(c), u = (e) => {
		var t = ll(), n = z(t, !0);
		V((e) => Y(n, e), [() => W(r).t("part_never")]), J(e, t);
	}, d = (e) => {
		var n = pl(), c = R(n), l = L(c), u = B(l), d = (e) => {
			var t = ul(), n = z(t, !0);
			V((e) => Y(n, e), [() => W(r).t("go_parting")]), K("click", t, o), J(e, t);
		};
		X(u, (e) => {
			t.part.luck && e(d);
		}), A(c);
		var f = B(c, 2), p = (e) => {
			var n = dl(), o = L(n), c = B(o), l = z(c, !0);
			A(n), V((e, t) => {
				Y(o, `${e ?? ""} `), Y(l, t);
			}, [() => W(r).t("part_held", {
				moment: i(t.part.held.minute),
				site: t.parts[0].speech.site(t.part.held.sites[0]),
				first: a(0),
				second: a(1)
			}), () => W(r).t("go_there")]), K("click", c, s), J(e, n);
		}, m = (e) => {
			var t = fl(), n = z(t, !0);
			V((e) => Y(n, e), [() => W(r).t("part_no_place")]), J(e, t);
		};
		X(f, (e) => {
			t.part.held ? e(p) : e(m, -1);
		}), V((e) => Y(l, `${e ?? ""} `), [() => t.part.luck ? W(r).t("part_until", { moment: i(t.part.minute) }) : W(r).t("part_strangers")]), J(e, n);
	};
	X(l, (e) => {
		t.part.minute < 0 ? e(u) : e(d, -1);
	}), A(c), J(e, c), M();
}
fr(["click"]);
// src/player/scrub.ts
function gl(e, t, n = 14) {
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
function _l(e, t, n, r = 26) {
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
function vl(e, t, n, r) {
	let i = n / Math.max(1, e.length), a = "";
	for (let n = 0; n < e.length; n++) {
		let o = t > 0 ? Math.sqrt(e[n] / t) * r : 0;
		o > 0 && (a += `M${(n * i).toFixed(1)},${r}v${(-o).toFixed(1)}h${Math.max(.6, i - .7).toFixed(1)}V${r}z`);
	}
	return a;
}
// src/player/Scrubber.svelte
var yl = /* @__PURE__ */ q("<span class=\"many sjx9\" aria-hidden=\"true\"> </span>"), bl = /* @__PURE__ */ q("<button type=\"button\" class=\"flag sjx9\"><svg width=\"12\" height=\"16\" viewBox=\"0 0 12 16\" aria-hidden=\"true\" class=\"sjx9\"><path d=\"M2 0v16\" stroke=\"currentColor\" stroke-width=\"1.6\"></path><path d=\"M2 1h9l-2.500 3.200L11 7.500H2z\" fill=\"currentColor\"></path></svg> <!></button>"), xl = /* @__PURE__ */ q("<p class=\"sjx9\"><span class=\"sjx9\"> </span> </p>"), Sl = /* @__PURE__ */ q("<div class=\"note sjx9\" aria-hidden=\"true\"><b class=\"sjx9\"> </b> <!></div>"), Cl = /* @__PURE__ */ q("<div class=\"marks sjx9\" role=\"group\"><!> <!></div>"), wl = /* @__PURE__ */ xr("<rect y=\"0\" fill=\"var(--sand)\"></rect>"), Tl = /* @__PURE__ */ xr("<g><path fill=\"#CFC5B0\"></path><path fill=\"#7A2E1D\" opacity=\".75\"></path></g>"), El = /* @__PURE__ */ xr("<path stroke=\"var(--ink)\" stroke-width=\"1.5\" stroke-dasharray=\"2 2\"></path>"), Dl = /* @__PURE__ */ q("<button type=\"button\"> </button>"), Ol = /* @__PURE__ */ q("<div class=\"scrubber sjx9\"><!> <div class=\"strip sjx9\"><svg aria-hidden=\"true\" class=\"sjx9\"><g><!><!><line x1=\"0\" stroke=\"var(--rule)\"></line><!><rect y=\"0\" fill=\"#fbf8f1\" opacity=\".6\"></rect></g></svg> <input type=\"range\" min=\"0\" step=\"1\" class=\"sjx9\"/></div> <div class=\"days sjx9\" role=\"group\"></div></div>");
function kl(e, t) {
	j(t, !0);
	let n = ki(t, "parted", 19, () => -1), r = /* @__PURE__ */ F(800), i = /* @__PURE__ */ F(null), a = /* @__PURE__ */ N(() => t.speech.words), o = /* @__PURE__ */ N(() => Math.max(40, W(r) - 24)), s = /* @__PURE__ */ N(() => Math.max(20, Math.min(240, Math.round(W(o) / 5)))), c = /* @__PURE__ */ N(() => t.shows.list.map((e) => Yc(e.happenings, t.shows.time.minutes, W(s), e.bars.main))), l = /* @__PURE__ */ N(() => Math.max(1, ...W(c).flatMap(({ all: e }) => [...e]))), u = /* @__PURE__ */ N(() => 40 / t.shows.list.length), d = /* @__PURE__ */ N(() => gl(t.speech.calendar, t.shows.time.minutes, Math.max(4, Math.floor(W(o) / 30)))), f = /* @__PURE__ */ N(() => _l(t.shows.page.stage.marks, t.shows.time.minutes, W(o))), p = (e) => e / Math.max(1, t.shows.time.minutes) * W(o);
	function m(e) {
		return e.marks.map((e) => `${t.speech.moment(e.minute)}: ${W(a).pick(e.title)}`).join("; ");
	}
	function h(e, n) {
		return n > 92 ? t.speech.calendar.short(e, W(a)) : String(t.speech.calendar.date(e).day);
	}
	var g = Ol(), _ = L(g), v = (e) => {
		var n = Cl(), o = L(n);
		Z(o, 17, () => W(f), (e) => e.at, (e, n) => {
			var r = bl();
			let a;
			var o = B(L(r), 2), s = (e) => {
				var t = yl(), r = z(t, !0);
				V(() => Y(r, W(n).marks.length)), J(e, t);
			};
			X(o, (e) => {
				W(n).marks.length > 1 && e(s);
			}), A(r), V((e) => {
				Q(r, "aria-label", e), a = $r(r, "", a, { left: `${12 + W(n).at}px` });
			}, [() => m(W(n))]), K("click", r, () => t.shows.seek(W(n).marks[0].minute)), dr("mouseenter", r, () => I(i, W(n), !0)), dr("mouseleave", r, () => I(i, null)), dr("focus", r, () => I(i, W(n), !0)), dr("blur", r, () => I(i, null)), K("keydown", r, (e) => e.key === "Escape" && I(i, null)), J(e, r);
		});
		var s = B(o, 2), c = (e) => {
			var n = Sl();
			let o;
			var s = L(n), c = z(s, !0);
			Z(B(s, 2), 17, () => W(i).marks, (e) => e.id, (e, n) => {
				var r = xl(), i = L(r), o = z(i, !0), s = B(i);
				A(r), V((e, t) => {
					Y(o, e), Y(s, ` ${t ?? ""}`);
				}, [() => t.speech.moment(W(n).minute), () => W(a).pick(W(n).title)]), J(e, r);
			}), A(n), V((e, t) => {
				o = $r(n, "", o, { left: e }), Y(c, t);
			}, [() => `${Math.min(Math.max(W(i).at + 12, 140), Math.max(140, W(r) - 140))}px`, () => W(a).t("marks")]), J(e, n);
		};
		X(s, (e) => {
			W(i) && e(c);
		}), A(n), V((e) => Q(n, "aria-label", e), [() => W(a).t("marks")]), J(e, n);
	};
	X(_, (e) => {
		W(f).length && e(v);
	});
	var y = B(_, 2), b = L(y);
	Q(b, "height", 40);
	var x = L(b);
	Q(x, "transform", "translate(12,0)");
	var S = L(x);
	Z(S, 19, () => W(d), (e) => e.minute, (e, t, n) => {
		var r = Cr(), i = R(r), a = (e) => {
			var n = wl();
			Q(n, "height", 40), V((e, t) => {
				Q(n, "x", e), Q(n, "width", t);
			}, [() => p(W(t).minute), () => Math.max(0, p(W(t).until) - p(W(t).minute))]), J(e, n);
		};
		X(i, (e) => {
			W(n) % 2 && e(a);
		}), J(e, r);
	});
	var C = B(S);
	Z(C, 17, () => W(c), Ir, (e, t, n) => {
		var r = Tl();
		Q(r, "transform", n ? "translate(0,40) scale(1,-1)" : void 0);
		var i = L(r), a = B(i);
		A(r), V((e, t) => {
			Q(i, "d", e), Q(a, "d", t);
		}, [() => vl(W(t).all, W(l), W(o), W(u)), () => vl(W(t).chief, W(l), W(o), W(u))]), J(e, r);
	});
	var w = B(C), ee = B(w), T = (e) => {
		var t = El();
		V((e) => Q(t, "d", `M${e ?? ""} 0V40`), [() => p(n())]), J(e, t);
	};
	X(ee, (e) => {
		n() > 0 && e(T);
	});
	var te = B(ee);
	Q(te, "height", 40), A(x), A(b);
	var E = B(b, 2);
	di(E), A(y);
	var D = B(y, 2);
	Z(D, 21, () => W(d), (e) => e.minute, (e, n) => {
		let r = /* @__PURE__ */ N(() => p(W(n).until) - p(W(n).minute));
		var i = Cr(), o = R(i), s = (e) => {
			var i = Dl();
			let o, s;
			var c = z(i, !0);
			V((e, a, l) => {
				Q(i, "aria-current", t.shows.time.shown >= W(n).minute && t.shows.time.shown < W(n).until ? "date" : void 0), Q(i, "aria-label", e), o = Zr(i, 1, "sjx9", null, o, { now: t.shows.time.shown >= W(n).minute && t.shows.time.shown < W(n).until }), s = $r(i, "", s, {
					left: a,
					width: `${W(r) ?? ""}px`
				}), Y(c, l);
			}, [
				() => t.speech.calendar.short(W(n).minute, W(a)),
				() => `${12 + p(W(n).minute)}px`,
				() => h(W(n).minute, W(r))
			]), K("click", i, () => t.shows.seek(W(n).minute)), J(e, i);
		};
		X(o, (e) => {
			W(r) >= 24 && e(s);
		}), J(e, i);
	}), A(D), A(g), V((e, n, i, a, s) => {
		Q(b, "width", W(r)), Q(w, "x2", W(o)), Q(w, "y1", W(u) - .5), Q(w, "y2", W(u) - .5), Q(te, "x", e), Q(te, "width", n), Q(E, "max", t.shows.time.minutes), fi(E, t.shows.time.shown), Q(E, "aria-label", i), Q(E, "aria-valuetext", a), Q(D, "aria-label", s);
	}, [
		() => p(t.shows.time.shown),
		() => Math.max(0, W(o) - p(t.shows.time.shown)),
		() => W(a).t("time"),
		() => t.speech.moment(t.shows.time.shown),
		() => W(a).t("days")
	]), K("input", E, (e) => t.shows.seek(Number(e.currentTarget.value))), K("keydown", E, (e) => {
		let n = {
			ArrowLeft: -15,
			ArrowDown: -15,
			ArrowRight: 15,
			ArrowUp: 15,
			PageUp: 360,
			PageDown: -360
		}[e.key];
		n !== void 0 && (e.preventDefault(), e.stopPropagation(), t.shows.seek(t.shows.time.shown + n * (e.shiftKey ? 4 : 1)));
	}), wi(g, "clientWidth", (e) => I(r, e)), J(e, g), M();
}
fr([
	"click",
	"keydown",
	"input"
]);
// src/player/show.svelte.ts
var Al = class {
	page;
	time;
	#e = /* @__PURE__ */ F(-1);
	get layer() {
		return W(this.#e);
	}
	set layer(e) {
		I(this.#e, e, !0);
	}
	#t = /* @__PURE__ */ F(-1);
	get site() {
		return W(this.#t);
	}
	set site(e) {
		I(this.#t, e, !0);
	}
	#n = /* @__PURE__ */ F(-1);
	get track() {
		return W(this.#n);
	}
	set track(e) {
		I(this.#n, e, !0);
	}
	#r = /* @__PURE__ */ F(!1);
	get follow() {
		return W(this.#r);
	}
	set follow(e) {
		I(this.#r, e, !0);
	}
	#i = /* @__PURE__ */ F("main");
	get filter() {
		return W(this.#i);
	}
	set filter(e) {
		I(this.#i, e, !0);
	}
	#a = /* @__PURE__ */ F("log");
	get tab() {
		return W(this.#a);
	}
	set tab(e) {
		I(this.#a, e, !0);
	}
	#o = /* @__PURE__ */ F(0);
	get choices() {
		return W(this.#o);
	}
	set choices(e) {
		I(this.#o, e, !0);
	}
	reel;
	pass = () => void 0;
	chose = () => void 0;
	#s = /* @__PURE__ */ F(-1);
	get chosen() {
		return W(this.#s);
	}
	set chosen(e) {
		I(this.#s, e, !0);
	}
	constructor(e, t, n) {
		this.page = e, this.time = n;
		let r = e.films[t] ?? e.films[0];
		if (!r) throw Error("a page without a film has no player");
		this.reel = new No(e.stage, r);
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
	#c = /* @__PURE__ */ N(() => Jc(this.happenings));
	get bars() {
		return W(this.#c);
	}
	set bars(e) {
		I(this.#c, e);
	}
	#l = /* @__PURE__ */ N(() => this.select((e) => e.weight >= this.bars.main));
	get main() {
		return W(this.#l);
	}
	set main(e) {
		I(this.#l, e);
	}
	#u = /* @__PURE__ */ N(() => this.select((e) => e.weight >= this.bars.great));
	get great() {
		return W(this.#u);
	}
	set great(e) {
		I(this.#u, e);
	}
	#d = /* @__PURE__ */ N(() => {
		let { filter: e, site: t, track: n } = this;
		return e === "all" ? this.select(() => !0) : e === "unit" && n >= 0 ? this.select((e) => e.unit === n) : e === "site" && t >= 0 ? this.select((e) => e.site === t) : this.main;
	});
	get listed() {
		return W(this.#d);
	}
	set listed(e) {
		I(this.#d, e);
	}
	get film() {
		return this.reel.film;
	}
	get happenings() {
		return this.film.happenings;
	}
	select(e) {
		let t = [];
		return this.happenings.forEach((n, r) => e(n) && t.push(r)), new Xc(this.happenings, t);
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
function jl(e, t, n, r) {
	let i = [], a = (e, t) => e.happenings[t], [o, s] = [0, 0];
	for (; o < n.length || s < r.length;) {
		let [c, l] = [n[o] === void 0 ? null : a(e, n[o]), r[s] === void 0 ? null : a(t, r[s])];
		if (c && l && ka(c) === ka(l)) {
			i.push({
				minute: c.minute,
				rows: [n[o++], r[s++]]
			});
			continue;
		}
		let u = c && l && c.minute === l.minute && Ml(t, r, s, ka(c), c.minute);
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
function Ml(e, t, n, r, i) {
	for (let a = n + 1; a < t.length && e.happenings[t[a]].minute === i; a++) if (ka(e.happenings[t[a]]) === r) return !0;
	return !1;
}
var Nl = class {
	time;
	first;
	second;
	list;
	echoing = !1;
	constructor([e, t], n = 0) {
		if (!e) throw Error("a player without a film");
		this.time = new ia(e.page.stage.minutes, n), this.first = new Al(e.page, e.film, this.time), this.second = t ? new Al(t.page, t.film, this.time) : null, this.list = this.second ? [this.first, this.second] : [this.first], this.first.pass = (e) => this.time.pass(e, () => this.next(this.main));
		for (let e of this.list) e.chose = () => this.echo(e);
		t && (this.tab = "apart");
	}
	#e = /* @__PURE__ */ N(() => this.entries((e) => e.listed));
	get listed() {
		return W(this.#e);
	}
	set listed(e) {
		I(this.#e, e);
	}
	#t = /* @__PURE__ */ N(() => this.entries((e) => e.main));
	get main() {
		return W(this.#t);
	}
	set main(e) {
		I(this.#t, e);
	}
	#n = /* @__PURE__ */ N(() => this.entries((e) => e.great));
	get great() {
		return W(this.#n);
	}
	set great(e) {
		I(this.#n, e);
	}
	entries(e) {
		let { first: t, second: n } = this;
		return jl(t, n ?? t, e(t).rows, n ? e(n).rows : []);
	}
	get page() {
		return this.first.page;
	}
	get layer() {
		return this.first.layer;
	}
	set layer(e) {
		if (this.first.layer = e, !this.second) return;
		let t = La(this.page.stage.authorities, this.second.page.stage.authorities);
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
		let t = this.place(e), n = e[t >= 0 ? t + 1 : yo(e.map((e) => e.minute), this.time.shown) + 1];
		return n && this.visit(n), n !== void 0;
	}
	before() {
		let e = this.listed, t = this.place(e), n = e[t >= 0 ? t - 1 : yo(e.map((e) => e.minute), this.time.shown - .001)];
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
		t.row = -1, t.site = r.sites.findIndex((t) => t.id === n.sites[e.site]?.id), t.track = Pl(e, t), t.follow &&= t.track >= 0, t.tab = e.tab, t.choices += 1, this.echoing = !1;
	}
};
function Pl(e, t) {
	let n = e.reel.bodies[e.track];
	if (!n) return -1;
	let r = e.page.stage.units[n.track.unit]?.id, i = (e) => e.reel.bodies.flatMap(({ track: t }, i) => t.detachment === n.track.detachment && e.page.stage.units[t.unit]?.id === r ? [i] : []);
	return i(t)[i(e).indexOf(e.track)] ?? -1;
}
// src/player/speech.ts
var Fl = class {
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
function Il(e) {
	let t = window.matchMedia("(prefers-reduced-motion: reduce)"), n = () => e.still = t.matches;
	return n(), t.addEventListener("change", n), () => t.removeEventListener("change", n);
}
// src/player/Transport.svelte
var Ll = /* @__PURE__ */ q("<label><input type=\"radio\" class=\"unseen sgng\" name=\"speed\"/> <span aria-hidden=\"true\" class=\"sgng\"> </span></label>"), Rl = /* @__PURE__ */ q("<fieldset class=\"sgng\"><legend class=\"unseen\"> </legend> <!> <span class=\"per sgng\" aria-hidden=\"true\"> </span></fieldset>"), zl = /* @__PURE__ */ q("<div class=\"transport sgng\" role=\"group\"><button type=\"button\" class=\"sgng\"><!></button> <button type=\"button\" class=\"play sgng\"><!></button> <button type=\"button\" class=\"sgng\"><!></button> <button type=\"button\" class=\"sgng\"><!></button> <!> <button type=\"button\" class=\"keys sgng\"><!></button></div>");
function Bl(e, t) {
	j(t, !0);
	let n = [], r = ki(t, "shows", 7);
	var i = zl(), a = L(i);
	ua(L(a), { name: "before" }), A(a);
	var o = B(a, 2), s = L(o);
	{
		let e = /* @__PURE__ */ N(() => r().time.playing ? "pause" : "play");
		ua(s, { get name() {
			return W(e);
		} });
	}
	A(o);
	var c = B(o, 2);
	ua(L(c), { name: "next" }), A(c);
	var l = B(c, 2);
	ua(L(l), { name: "great" }), A(l);
	var u = B(l, 2), d = (e) => {
		var i = Rl(), a = L(i), o = z(a, !0), s = B(a, 2);
		Z(s, 16, () => ra, (e) => e, (e, i) => {
			var a = Ll();
			let o;
			var s = L(a);
			di(s);
			var c, l = z(B(s, 2), !0);
			A(a), V((e, t) => {
				Q(a, "title", e), o = Zr(a, 1, "sgng", null, o, { on: r().time.speed === i }), Q(s, "aria-label", t), c !== (c = i) && (s.value = (s.__value = c) ?? ""), Y(l, i);
			}, [() => t.words.t("speed_of", { n: i }), () => t.words.t("speed_of", { n: i })]), vi(n, [], s, () => r().time.speed, (e) => r().time.speed = e), J(e, a);
		});
		var c = z(B(s, 2), !0);
		A(i), V((e, t) => {
			Y(o, e), Y(c, t);
		}, [() => t.words.t("speed"), () => t.words.t("per_second")]), J(e, i);
	};
	X(u, (e) => {
		r().time.still || e(d);
	});
	var f = B(u, 2);
	ua(L(f), { name: "keys" }), A(f), A(i), V((e, t, n, r, s, u, d, p, m, h, g) => {
		Q(i, "aria-label", e), Q(a, "aria-label", t), Q(a, "title", n), Q(o, "aria-label", r), Q(o, "title", s), Q(c, "aria-label", u), Q(c, "title", d), Q(l, "aria-label", p), Q(l, "title", m), Q(f, "aria-label", h), Q(f, "title", g);
	}, [
		() => t.words.t("controls"),
		() => t.words.t("before"),
		() => t.words.t("before"),
		() => t.words.t(r().time.playing ? "pause" : "play"),
		() => t.words.t(r().time.playing ? "pause" : "play"),
		() => t.words.t("next"),
		() => t.words.t("next"),
		() => t.words.t("next_great"),
		() => t.words.t("next_great"),
		() => t.words.t("keys_title"),
		() => t.words.t("keys_title")
	]), K("click", a, () => r().before()), K("click", o, () => r().toggle()), K("click", c, () => r().next()), K("click", l, () => r().nextGreat()), K("click", f, function(...e) {
		t.onKeys?.apply(this, e);
	}), J(e, i), M();
}
fr(["click"]);
// src/player/Player.svelte
var Vl = /* @__PURE__ */ q("<div class=\"head\"><!> <!> <div class=\"lens\"><!></div></div>"), Hl = /* @__PURE__ */ q("<p class=\"first\"> </p>"), Ul = /* @__PURE__ */ q("<p class=\"whose\" aria-hidden=\"true\"><!> <b> </b> <span> </span></p> <!>", 1), Wl = /* @__PURE__ */ q("<section class=\"side\"><!> <!></section>"), Gl = /* @__PURE__ */ q("<p class=\"still\"> </p>"), Kl = /* @__PURE__ */ q("<section><div class=\"stage\"><!> <div class=\"maps\"></div> <div class=\"bottom\"><!> <!> <!></div> <!></div> <!> <!></section>");
function ql(e, t) {
	j(t, !0);
	let n = (e) => {
		na(e, {
			get time() {
				return o;
			},
			get speech() {
				return W(p);
			}
		});
	}, r = (e) => {
		Da(e, {
			get shows() {
				return a;
			},
			get words() {
				return W(d);
			}
		});
	}, i = ki(t, "minute", 3, 0), a = G(() => new Nl(t.films, i())), { time: o, first: s, second: c } = a, l = c && Aa(s, c), u = new Ri(a.page.stage), d = /* @__PURE__ */ N(() => new Xi(a.page.texts, t.language)), f = /* @__PURE__ */ N(() => a.list.map((e, n) => ({
		show: e,
		speech: new Fl(e.page.stage, W(d), u),
		...c && { name: `${"AB"[n]}: ${t.films[n]?.name}` }
	}))), p = /* @__PURE__ */ N(() => W(f)[0].speech), m = Wt([]), h, g, _ = {
		zoomBy: (e) => m.forEach((t) => t?.zoomBy(e)),
		panBy: (e, t) => m.forEach((n) => n?.panBy(e, t)),
		goHome: () => m.forEach((e) => e?.goHome())
	};
	pn(() => {
		let e = i();
		G(() => e !== Math.floor(o.now) && a.seek(e));
	}), pn(() => {
		o.playing || t.onMinute?.(o.shown);
	}), Ai(() => Il(o));
	function v(e) {
		e.key === "Escape" && h.close() || sa(e, a, _, () => g.open()) && e.preventDefault();
	}
	function y(e) {
		let t = a.list[e].happenings[l.rows[e]];
		if (!l.luck || l.minute < 0) return "";
		let n = t ? W(f)[e].speech.sentence(t) : W(d).t("part_nothing");
		return `${W(p).moment(t?.minute ?? l.minute)}: ${n}`;
	}
	let b = ({ page: e, film: t }) => W(d).pick(e.stage.endings[t.ending]?.title);
	var x = Kl();
	let S;
	var C = L(x), w = L(C), ee = (e) => {
		var t = Vl(), i = L(t);
		n(i);
		var o = B(i, 2);
		hl(o, {
			get shows() {
				return a;
			},
			get part() {
				return l;
			},
			get parts() {
				return W(f);
			}
		});
		var s = B(o, 2), c = L(s);
		r(c), A(s), A(t), J(e, t);
	};
	X(w, (e) => {
		l && e(ee);
	});
	var T = B(w, 2);
	Z(T, 21, () => W(f), Ir, (e, i, a, o) => {
		let s = () => W(i).show, c = () => W(i).speech, u = () => W(i).name;
		var p = Wl(), h = L(p), g = (e) => {
			var n = Ul(), r = R(n), i = L(r);
			Qi(i, { i: a });
			var o = B(i, 2), c = z(o, !0), l = z(B(o, 2), !0);
			A(r);
			var u = B(r, 2), f = (e) => {
				var t = Hl(), n = z(t, !0);
				V((e) => Y(n, e), [() => y(a)]), J(e, t);
			}, p = /* @__PURE__ */ N(() => y(a));
			X(u, (e) => {
				W(p) && e(f);
			}), V((e) => {
				Y(c, t.films[a]?.name), Y(l, e);
			}, [() => W(d).t("its_end", { ending: b(s()) })]), J(e, n);
		};
		X(h, (e) => {
			l && e(g);
		});
		var v = B(h, 2);
		{
			let e = /* @__PURE__ */ N(() => l ? void 0 : n), t = /* @__PURE__ */ N(() => l ? void 0 : r), i = /* @__PURE__ */ N(() => a === W(f).length - 1);
			Ei(ec(v, {
				get show() {
					return s();
				},
				get speech() {
					return c();
				},
				get left() {
					return W(e);
				},
				get right() {
					return W(t);
				},
				get tools() {
					return W(i);
				},
				get keys() {
					return _;
				},
				onLook: (e) => m.forEach((t, n) => n !== a && t?.look(e))
			}), (e, t) => m[t] = e, (e) => m?.[e], () => [a]);
		}
		A(p), V(() => Q(p, "aria-label", u())), J(e, p);
	}), A(T);
	var te = B(T, 2), E = L(te);
	Bl(E, {
		get shows() {
			return a;
		},
		get words() {
			return W(d);
		},
		onKeys: () => g.open()
	});
	var D = B(E, 2);
	{
		let e = /* @__PURE__ */ N(() => l?.minute);
		kl(D, {
			get shows() {
				return a;
			},
			get speech() {
				return W(p);
			},
			get parted() {
				return W(e);
			}
		});
	}
	var ne = B(D, 2), re = (e) => {
		var t = Gl(), n = z(t, !0);
		V((e) => Y(n, e), [() => W(d).t("step_mode")]), J(e, t);
	};
	X(ne, (e) => {
		o.still && e(re);
	}), A(te), Ei(cl(B(te, 2), {
		get shows() {
			return a;
		},
		get words() {
			return W(d);
		},
		get parts() {
			return W(f);
		},
		get onEvidence() {
			return t.onEvidence;
		}
	}), (e) => h = e, () => h), A(C);
	var ie = B(C, 2);
	Ei(pa(ie, {
		get shows() {
			return a;
		},
		get words() {
			return W(d);
		}
	}), (e) => g = e, () => g), Ua(B(ie, 2), { get parts() {
		return W(f);
	} }), A(x), V((e) => {
		S = Zr(x, 1, "player", null, S, { double: c }), Q(x, "aria-label", e);
	}, [() => W(d).t(c ? "beside" : "player")]), K("keydown", x, v), J(e, x), M();
}
fr(["keydown"]);
// src/notebook/Live.svelte
var Jl = /* @__PURE__ */ q("<option> </option>"), Yl = /* @__PURE__ */ q("<label> <select class=\"snxh\"></select></label>"), Xl = /* @__PURE__ */ q("<p role=\"alert\"> </p>"), Zl = /* @__PURE__ */ q("<form class=\"snxh\"><!> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"snxh\"/></label> <label> <input type=\"number\" min=\"0\" step=\"1\" required=\"\" class=\"snxh\"/></label> <button type=\"submit\" class=\"snxh\"> </button> <span role=\"status\"> </span></form> <!> <!>", 1);
function Ql(e, t) {
	j(t, !0);
	let n = /* @__PURE__ */ N(() => new Xi(t.state.page?.texts ?? {}, t.state.language)), r = (e) => W(n).word("studio", e), i = /* @__PURE__ */ F(Wt(G(() => t.state.scenario))), a = /* @__PURE__ */ F(Wt(G(() => t.state.seed))), o = /* @__PURE__ */ F(Wt(G(() => t.state.run)));
	function s(e) {
		e.preventDefault(), t.state.ask(W(i), W(a), W(o));
	}
	var c = Zl(), l = R(c), u = L(l), d = (e) => {
		var n = Yl(), a = L(n), o = B(a);
		Z(o, 21, () => Object.entries(t.state.scenarios), ([e, t]) => e, (e, t) => {
			var n = /* @__PURE__ */ N(() => m(W(t), 2));
			let r = () => W(n)[0], i = () => W(n)[1];
			var a = Jl(), o = z(a, !0), s = {};
			V(() => {
				Y(o, i()), s !== (s = r()) && (a.value = (a.__value = s) ?? "");
			}), J(e, a);
		}), A(o), ri(o), A(n), V((e) => Y(a, `${e ?? ""} `), [() => r("scenario")]), ii(o, () => W(i), (e) => I(i, e)), J(e, n);
	}, f = /* @__PURE__ */ N(() => Object.keys(t.state.scenarios).length > 1);
	X(u, (e) => {
		W(f) && e(d);
	});
	var p = B(u, 2), h = L(p), g = B(h);
	di(g), A(p);
	var _ = B(p, 2), v = L(_), y = B(v);
	di(y), A(_);
	var b = B(_, 2), x = z(b, !0), S = z(B(b, 2), !0);
	A(l);
	var C = B(l, 2), w = (e) => {
		var n = Xl(), r = z(n, !0);
		V(() => Y(r, t.state.trouble)), J(e, n);
	};
	X(C, (e) => {
		t.state.trouble && e(w);
	});
	var ee = B(C, 2), T = (e) => {
		var n = Cr();
		Fr(R(n), () => t.state.page, (e) => {
			{
				let n = /* @__PURE__ */ N(() => [{
					page: t.state.page,
					film: 0
				}]);
				ql(e, {
					get films() {
						return W(n);
					},
					get language() {
						return t.state.language;
					}
				});
			}
		}), J(e, n);
	};
	X(ee, (e) => {
		t.state.page && e(T);
	}), V((e, n, r, i) => {
		Y(h, `${e ?? ""} `), Y(v, `${n ?? ""} `), b.disabled = t.state.busy, Y(x, r), Y(S, i);
	}, [
		() => r("seed"),
		() => r("number"),
		() => r("watch"),
		() => t.state.busy ? r("loading") : ""
	]), dr("submit", l, s), gi(g, () => W(a), (e) => I(a, e)), gi(y, () => W(o), (e) => I(o, e)), J(e, c), M();
}
// src/notebook/widget.ts
var $l = ":root{--paper:#fbf8f1;--page:#fff;--sand:#f1ebdd;--rule:#d9d0bd;--ink:#23201b;--soft:#5c564b;--land:#f6f2e9;--water:#dfeaf0;--side-0:#c04f00;--side-1:#0072b2;--side-x:#6b6b6b;--accent:#7a2e1d;--focus:#0b5cad;--serif:\"Iowan Old Style\", \"Palatino Linotype\", Palatino, \"URW Palladio L\", \"Book Antiqua\", Georgia, \"PT Serif\", serif;--sans:system-ui, -apple-system, \"Segoe UI\", \"Noto Sans\", \"Helvetica Neue\", Arial, sans-serif;--small:.8125rem;--step:.5rem;--round:6px;--lightningcss-light:initial;--lightningcss-dark: ;color-scheme:light}*,:before,:after{box-sizing:border-box}body{background:var(--paper);color:var(--ink);font:1rem/1.5 var(--sans);-webkit-text-size-adjust:100%;margin:0}h1,h2,h3{font-family:var(--serif);text-wrap:balance;margin:0;font-weight:600;line-height:1.2}button,select,input{font:inherit;color:inherit}:focus-visible{outline:3px solid var(--focus);outline-offset:2px}.unseen{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;margin:-1px;position:absolute;overflow:hidden}@media (prefers-reduced-motion:reduce){*,:before,:after{scroll-behavior:auto!important;transition:none!important;animation:none!important}}span.szqy{background:var(--ink);color:#fff;width:1.5em;height:1.5em;font:600 .8em/1 var(--sans);vertical-align:.08em;border-radius:50%;flex:none;place-items:center;display:inline-grid}.clock.s196{border:1px solid var(--rule);border-radius:var(--round);font-family:var(--serif);pointer-events:none;background:#fbf8f1eb;padding:.5rem .9rem .6rem}.hour.s196{font-variant-numeric:tabular-nums lining-nums;letter-spacing:.01em;font-size:2.1rem;line-height:1.05}p.s196{margin:0;line-height:1.3}.day.s196:first-letter{text-transform:uppercase}.other.s196,.style.s196{color:var(--soft);font-size:var(--small)}.style.s196{font-style:italic}@container player (width<=720px){.clock.s196{padding:.3rem .6rem .35rem}.hour.s196{font-size:1.5rem}p.s196{font-size:var(--small)}}dialog.syiq{border:1px solid var(--rule);background:var(--paper);width:min(34rem,100vw - 2rem);max-height:calc(100dvh - 2rem);color:var(--ink);border-radius:10px;padding:1rem 1.2rem 1.2rem}dialog.syiq::backdrop{background:#23201b73}header.syiq{justify-content:space-between;align-items:center;display:flex}h2.syiq{font-size:1.35rem}button.syiq{cursor:pointer;background:0 0;border:0;place-items:center;width:32px;height:32px;padding:0;display:grid}label.syiq{align-items:center;gap:.5rem;min-height:32px;margin:.3rem 0 .5rem;display:flex}input.syiq{width:20px;height:20px}dl.syiq{columns:2;column-gap:1.6rem;margin:0}dl.syiq div:where(.syiq){break-inside:avoid;align-items:baseline;gap:.6rem;padding:.2rem 0;display:flex}dt.syiq{flex:none;min-width:3.8rem}dd.syiq{margin:0;font-size:.9rem;line-height:1.3}kbd.syiq{border:1px solid var(--rule);background:var(--page);font:.85rem var(--sans);border-bottom-width:2px;border-radius:4px;padding:.05rem .45rem}@media (width<=480px){dl.syiq{columns:1}}svg.sk1s{vertical-align:-.12em;flex:none}.layers.s1ty{border:1px solid var(--rule);border-radius:var(--round);background:#fbf8f1eb;flex-direction:column;min-width:0;margin:0;padding:0;display:flex;overflow:clip}legend.s1ty{float:left;color:var(--soft);padding:.3rem .7rem .1rem;font-size:12px}label.s1ty{clear:both;min-height:28px;font-size:var(--small);cursor:pointer;align-items:center;gap:.45rem;padding:.1rem .7rem;line-height:1.25;display:flex;position:relative}label.s1ty:hover{background:var(--sand)}label.on.s1ty{background:var(--sand);box-shadow:inset 3px 0 0 var(--accent);font-weight:600}label.s1ty:has(:where(.s1ty):focus-visible){outline:3px solid var(--focus);outline-offset:-3px}.eye.s1ty{display:none}@container player (width<=860px){.layers.s1ty{flex-direction:row}legend.s1ty,.name.s1ty{clip-path:inset(50%);white-space:nowrap;width:1px;height:1px;position:absolute;overflow:hidden}.eye.s1ty{display:grid}label.s1ty{justify-content:center;width:40px;min-height:36px;padding:0}label.on.s1ty{box-shadow:inset 0 -3px 0 var(--accent)}}.note.s1ty{border-radius:var(--round);max-width:19rem;color:var(--soft);background:#fbf8f1eb;margin:.3rem 0 0;padding:.3rem .7rem;font-size:12px;line-height:1.35}svg.sigf{vertical-align:-.15em;flex:none}.legend.s5dh{border:1px solid var(--rule);border-radius:var(--round);max-width:21rem;font-size:var(--small);background:#fbf8f1fa}summary.s5dh{cursor:pointer;min-height:30px;padding:.3rem .7rem}div.s5dh{max-height:min(300px,50vh);overflow-y:auto}div.s5dh:focus-visible{outline-offset:-3px}ul.s5dh{margin:0;padding:0 .7rem .5rem;list-style:none}.kinds.s5dh{columns:2}p.s5dh{color:var(--soft);margin:0;padding:.1rem .7rem}li.s5dh{align-items:center;gap:.5rem;padding:.1rem 0;line-height:1.3;display:flex}svg.s5dh{flex:none}.frame.swgb{background:var(--land);contain:strict;position:absolute;inset:0;overflow:hidden}canvas.swgb{cursor:grab;touch-action:pan-x pan-y;width:100%;height:100%;position:absolute;inset:0}.beneath.swgb,.over.swgb{pointer-events:none}.beneath.swgb{z-index:-1}.hint.swgb{background:var(--ink);color:#fff;max-width:16rem;font-size:var(--small);pointer-events:none;text-align:center;border-radius:4px;padding:.2rem .55rem;line-height:1.3;position:absolute;transform:translate(-50%,calc(-100% - 12px))}.apart.s1oa{flex:1;min-height:0;padding:.4rem .9rem 1rem;overflow:auto}.apart.s1oa:focus-visible{outline-offset:-3px}table.s1oa{border-collapse:collapse;width:100%;margin-bottom:.8rem;font-size:.875rem;line-height:1.35}caption.s1oa{font-family:var(--serif);text-align:left;padding:.4rem 0;font-size:1rem}th.s1oa,td.s1oa{border-bottom:1px solid var(--rule);text-align:left;vertical-align:baseline;padding:.25rem .6rem .25rem 0;font-weight:400}thead.s1oa th:where(.s1oa){color:var(--soft);font-weight:600}.n.s1oa{text-align:right;font-variant-numeric:tabular-nums}.differs.s1oa{font-weight:700}button.s1oa{min-height:24px;color:inherit;text-align:left;cursor:pointer;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:3px;background:0 0;border:0;padding:0}.card h3{margin-bottom:.3rem;font-size:1.25rem}.card h4{font-size:var(--small);color:var(--soft);margin:.9rem 0 .2rem;font-weight:600}.card p{margin:.15rem 0}.card .line{font-family:var(--serif)}.card .soft{color:var(--soft);font-size:var(--small)}.card ul{margin:0;padding:0;font-size:.9rem;list-style:none}.card li{padding:.1rem 0}.card table{border-collapse:collapse;width:100%;margin:.5rem 0;font-size:.875rem}.card th,.card td{border-bottom:1px solid var(--rule);text-align:left;padding:.25rem .3rem .25rem 0;font-weight:400}.card .n{text-align:right;font-variant-numeric:tabular-nums}.card .link{min-height:24px;color:var(--focus);text-align:left;text-underline-offset:2px;cursor:pointer;background:0 0;border:0;padding:0;text-decoration:underline}.card .acts{flex-wrap:wrap;gap:.4rem;margin-top:.9rem;display:flex}.card .acts button{border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:4px;min-height:32px;padding:.2rem .7rem}.card .acts button:hover{border-color:var(--soft)}.card .acts button[aria-pressed=true]{background:var(--ink);color:#fff}.details.s2w7{flex:1;min-height:0;padding:.7rem .9rem 1rem;overflow-y:auto}.pick.s2w7{grid-template-columns:1fr 1fr;gap:.6rem;margin-bottom:.8rem;display:grid}label.s2w7{color:var(--soft);font-size:var(--small);gap:.15rem;min-width:0;display:grid}select.s2w7{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:30px;color:var(--ink);border-radius:4px}.empty.s2w7{color:var(--soft);font-family:var(--serif)}.log.s1l7{flex-direction:column;flex:1;min-height:0;display:flex}.filter.s1l7{font-size:var(--small);color:var(--soft);align-items:center;gap:.5rem;padding:.5rem .9rem;display:flex}.filter.s1l7 span:where(.s1l7){white-space:nowrap;margin-left:auto}select.s1l7{border:1px solid var(--rule);background:var(--page);min-width:0;min-height:28px;color:var(--ink);border-radius:4px}.scroll.s1l7{border-top:1px solid var(--rule);flex:1;min-height:0;position:relative;overflow-y:auto}ol.s1l7{margin:0;padding:0;list-style:none;position:relative}li.s1l7{border-bottom:1px solid var(--sand);position:absolute;left:0;right:0}li.none.s1l7{color:var(--soft);border:0;padding:1rem}button.s1l7{text-align:left;cursor:pointer;background:0 0;border:0;border-left:3px solid #0000;width:100%;height:100%;padding:.3rem .9rem;line-height:1.3;display:block}button.s1l7:hover{background:var(--sand)}button.now.s1l7{border-left-color:var(--accent);background:#f7f0e1}button.later.s1l7{color:var(--soft)}button.s1l7:focus-visible{outline-offset:-3px}.when.s1l7{color:var(--soft);font-variant-numeric:tabular-nums;font-size:12px;display:block}.what.s1l7{-webkit-line-clamp:2;line-clamp:2;font-family:var(--serif);-webkit-box-orient:vertical;font-size:.9rem;display:-webkit-box;overflow:hidden}.great.s1l7 .what:where(.s1l7){font-weight:600}.tables.s1ji{flex-direction:column;flex:1;min-height:0;display:flex}.which.s1ji,.leaves.s1ji{font-size:var(--small);justify-content:space-between;align-items:center;gap:.4rem;padding:.5rem .9rem;display:flex}.which.s1ji{justify-content:start}.which.s1ji button:where(.s1ji),.leaves.s1ji button:where(.s1ji){border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:4px;min-height:28px;padding:.1rem .7rem}.which.s1ji button[aria-pressed=true]:where(.s1ji){background:var(--ink);color:#fff}.leaves.s1ji button:where(.s1ji):disabled{color:#767063;cursor:default}.scroll.s1ji{border-top:1px solid var(--rule);flex:1;min-height:0;overflow:auto}.scroll.s1ji:focus-visible{outline-offset:-3px}table.s1ji{border-collapse:collapse;width:100%;font-size:var(--small);line-height:1.35}caption.s1ji{font-family:var(--serif);text-align:left;padding:.4rem .9rem;font-size:.95rem}th.s1ji,td.s1ji{border-bottom:1px solid var(--sand);text-align:left;vertical-align:baseline;padding:.15rem .4rem;font-weight:400}th.s1ji:first-child,td.s1ji:first-child{padding-left:.9rem}thead.s1ji th:where(.s1ji){background:var(--paper);color:var(--soft);font-weight:600;position:sticky;top:0}.n.s1ji{text-align:right;font-variant-numeric:tabular-nums;padding-right:.9rem}.when.s1ji{white-space:nowrap;color:var(--soft)}.kind.s1ji{color:var(--soft)}td.s1ji button:where(.s1ji),th.s1ji button:where(.s1ji){min-height:24px;color:inherit;text-align:left;cursor:pointer;text-decoration:underline;text-decoration-color:var(--rule);text-underline-offset:3px;background:0 0;border:0;padding:0}td.s1ji button:where(.s1ji):hover,th.s1ji button:where(.s1ji):hover{text-decoration-color:currentColor}.why.s1kj{border-top:2px solid var(--ink);background:var(--page);flex-direction:column;max-height:55%;display:flex}header.s1kj{align-items:center;padding:.5rem .6rem .3rem .9rem;display:flex}h3.s1kj{outline:none;flex:1;font-size:1.05rem}.close.s1kj{cursor:pointer;background:0 0;border:0;border-radius:50%;place-items:center;width:28px;height:28px;padding:0;display:grid}ol.s1kj{margin:0;padding:0 .9rem .8rem;list-style:none;overflow-y:auto}li.s1kj{border-left:2px solid var(--rule);margin-left:.3rem;padding:0 0 .7rem 1.1rem;position:relative}li.s1kj:before{content:\"\";border:2px solid var(--accent);background:var(--page);border-radius:50%;width:10px;height:10px;position:absolute;top:.5rem;left:-6px}li.first.s1kj:before{background:var(--accent)}li.s1kj:last-child{padding-bottom:0}p.s1kj{margin:0}.when.s1kj{min-height:24px;color:var(--soft);cursor:pointer;background:0 0;border:0;padding:0;font-size:12px}.when.s1kj:hover{text-decoration:underline}.what.s1kj{font-family:var(--serif);font-size:.95rem;line-height:1.35}.because.s1kj,.sources.s1kj{font-size:var(--small);color:var(--soft)}.sources.s1kj button:where(.s1kj){min-height:24px;color:var(--focus);text-underline-offset:2px;cursor:pointer;background:0 0;border:0;margin-right:.6rem;padding:0;text-decoration:underline}.parted.s148{min-width:0;font-family:var(--serif);line-height:1.35}p.s148{margin:0}.until.s148{font-size:1.12rem;font-weight:600}.held.s148{color:var(--soft);margin-top:.3rem;font-size:.9rem}button.s148{border:1px solid var(--rule);background:var(--page);min-height:26px;font:.85rem/1.4 var(--sans);cursor:pointer;border-radius:4px;margin:.1rem .3rem .1rem 0;padding:0 .6rem}button.s148:hover{border-color:var(--soft)}.scrubber.sjx9{min-width:0;position:relative}.marks.sjx9{height:24px;position:relative}.flag.sjx9{width:24px;height:24px;color:var(--accent);text-align:left;cursor:pointer;background:0 0;border:0;margin-left:-2px;padding:0;position:absolute;bottom:0}.flag.sjx9 svg:where(.sjx9){position:absolute;bottom:0;left:0}.many.sjx9{font-size:11px;font-weight:700;line-height:1;position:absolute;top:4px;left:13px}.note.sjx9{z-index:5;border-radius:var(--round);background:var(--ink);color:#fff;width:270px;font-size:var(--small);pointer-events:none;padding:.5rem .7rem;line-height:1.35;position:absolute;bottom:28px;transform:translate(-50%)}.note.sjx9 b:where(.sjx9){font-family:var(--serif)}.note.sjx9 p:where(.sjx9){margin:.2rem 0 0}.note.sjx9 span:where(.sjx9){color:#e6d9bd}.strip.sjx9{height:40px;position:relative}.strip.sjx9 svg:where(.sjx9){position:absolute;inset:0}input.sjx9{cursor:ew-resize;appearance:none;background:0 0;width:100%;height:100%;margin:0;position:absolute;inset:0}input.sjx9::-webkit-slider-runnable-track{background:0 0;height:40px}input.sjx9::-webkit-slider-thumb{appearance:none;background:radial-gradient(circle at 12px 34px, var(--ink) 5.5px, #fff 6px 7.5px, transparent 8px), linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;width:24px;height:40px}input.sjx9::-moz-range-track{background:0 0}input.sjx9::-moz-range-thumb{background:linear-gradient(var(--ink), var(--ink)) 11px 0 / 2px 100% no-repeat;border:0;border-radius:0;width:24px;height:40px}.days.sjx9{height:24px;position:relative;overflow:hidden}.days.sjx9 button:where(.sjx9){border:0;border-left:1px solid var(--rule);height:24px;color:var(--soft);text-align:left;white-space:nowrap;cursor:pointer;background:0 0;padding:0 2px 0 5px;font-size:12px;line-height:1;position:absolute;top:0}.days.sjx9 button:where(.sjx9):hover{color:var(--ink)}.days.sjx9 .now:where(.sjx9){color:var(--ink);font-weight:700}.days.sjx9 button:where(.sjx9):focus-visible,.flag.sjx9:focus-visible{outline-offset:-3px}.transport.sgng{flex-wrap:wrap;align-items:center;gap:.35rem;display:flex}button.sgng{border:1px solid var(--rule);background:var(--page);cursor:pointer;border-radius:50%;place-items:center;width:36px;height:36px;padding:0;display:grid}button.sgng:hover{border-color:var(--soft)}.play.sgng{background:var(--ink);color:#fff;border:0;width:46px;height:46px}.play.sgng:hover{background:var(--accent)}fieldset.sgng{border:0;align-items:center;min-width:0;margin:0 0 0 .5rem;padding:0;display:flex}label.sgng{border:1px solid var(--rule);background:var(--page);text-align:center;min-width:34px;font-size:var(--small);font-variant-numeric:tabular-nums;cursor:pointer;margin-left:-1px;padding:.25rem .3rem;position:relative}label.sgng:first-of-type{border-radius:4px 0 0 4px}label.sgng:last-of-type{border-radius:0 4px 4px 0}label.on.sgng{background:var(--ink);border-color:var(--ink);color:#fff}label.sgng:has(:where(.sgng):focus-visible){outline:3px solid var(--focus);outline-offset:2px;z-index:1}.per.sgng{color:var(--soft);font-size:var(--small);margin-left:.5rem}.keys.sgng{margin-left:auto}@container player (width<=720px){.per.sgng{display:none}fieldset.sgng{margin-left:.1rem}label.sgng{min-width:28px;padding-inline:.1rem}.transport.sgng{gap:.25rem}}.player{container:player/inline-size}.player .stage{height:var(--player-height,clamp(540px, calc(100dvh - 1rem), 980px));border:1px solid var(--rule);background:var(--paper);color:var(--ink);grid-template:minmax(0,1fr) auto/minmax(0,1fr) min(372px,36%);display:grid}.player .maps{min-height:0;display:grid}.player .side{flex-direction:column;min-width:0;min-height:0;display:flex}.player .map{flex:1;min-height:0;position:relative;overflow:hidden}.player .corner{position:absolute}.player .left{top:.7rem;left:.7rem}.player .right{max-width:17rem;top:.7rem;right:.7rem}.player .foot{bottom:.7rem;left:.7rem}.player .zoom{border:1px solid var(--rule);border-radius:var(--round);background:var(--page);display:grid;position:absolute;bottom:.7rem;right:.7rem;overflow:clip}.player .zoom button{cursor:pointer;background:0 0;border:0;place-items:center;width:36px;height:34px;padding:0;display:grid}.player .zoom button+button{border-top:1px solid var(--rule)}.player .zoom button:hover{background:var(--sand)}.player .zoom button:focus-visible{outline-offset:-3px}.player .panel{border-left:1px solid var(--rule);background:var(--paper);flex-direction:column;grid-area:1/2;min-height:0;display:flex}.player .tabs{border-bottom:1px solid var(--rule);display:flex}.player .tabs button{min-height:42px;color:var(--soft);font-family:var(--serif);cursor:pointer;background:0 0;border:0;border-bottom:3px solid #0000;flex:1;padding:.2rem .5rem;font-size:.95rem;line-height:1.15}.player .tabs button[aria-selected=true]{border-bottom-color:var(--accent);color:var(--ink);font-weight:600}.player .tabs button:focus-visible{outline-offset:-3px}.player .leaf{flex-direction:column;flex:1;min-height:0;display:flex}.player .bottom{border-top:1px solid var(--rule);background:var(--paper);grid-column:1/-1;padding:.4rem .9rem .5rem}.player .still{color:var(--soft);font-size:var(--small);margin:.2rem 0 0}@container player (width<=860px){.player .stage{grid-template:clamp(300px,52dvh,560px) auto 440px/minmax(0,1fr);height:auto}.player .bottom{border-bottom:1px solid var(--rule)}.player .panel{border-left:0;grid-area:auto}.player .left{max-width:calc(100% - 10rem)}}.player.double .stage{height:auto;display:block}.double .head{border-bottom:1px solid var(--rule);grid-template-columns:auto minmax(0,1fr) auto;align-items:start;gap:.6rem 1.2rem;padding:.7rem .9rem;display:grid}.double .lens{max-width:17rem}.double .maps{grid-template-columns:minmax(0,1fr) minmax(0,1fr)}.double .side+.side{border-left:1px solid var(--rule)}.double .side .map{height:clamp(280px,48dvh,520px)}.double .whose{border-bottom:1px solid var(--rule);margin:0;padding:.35rem .9rem;font-size:.9rem;line-height:1.35}.double .side .whose{border-bottom:0}.double .side .whose span:last-child{color:var(--soft)}.double .first{font:.95rem/1.35 var(--serif);flex:1;margin:0;padding:0 .9rem .4rem}.double .side .map{border-top:1px solid var(--rule);flex:none;margin-top:auto}.double .bottom{border-bottom:1px solid var(--rule)}.double .panel{border-left:0;height:440px}.double .leaf.two{grid-template:minmax(0,1fr)/minmax(0,1fr) minmax(0,1fr);display:grid}.double .half{flex-direction:column;min-width:0;min-height:0;display:flex}.double .half+.half{border-left:1px solid var(--rule)}@container player (width<=860px){.double .head{grid-template-columns:minmax(0,1fr) auto}.double .parted{grid-area:2/1/auto/-1}.double .lens{justify-self:end}}@container player (width<=640px){.double .maps,.double .leaf.two{grid-template:auto/minmax(0,1fr)}.double .side .map{height:clamp(220px,34dvh,320px)}.double .side+.side,.double .half+.half{border-left:0;border-top:1px solid var(--rule)}.double .panel{height:auto}.double .half{height:400px}.double .apart{max-height:560px}}@media print{.player .bottom,.player .panel,.player .zoom{display:none}}form.snxh{flex-wrap:wrap;align-items:center;gap:.5rem 1rem;margin:0 0 .75rem;display:flex}select.snxh,input.snxh,button.snxh{background:var(--page);border:1px solid #8c8271;border-radius:3px;min-height:2rem;padding:.2rem .5rem}input.snxh{width:7rem}\n/*$vite$:1*/";
function eu({ model: e, el: t }) {
	let n = t.shadowRoot ?? t.attachShadow({ mode: "open" }), r = document.createElement("style");
	r.textContent = $l.replaceAll(":root", ":host").replace(/\bbody\s*\{/g, ":host{display:block;");
	let i = document.createElement("div");
	n.replaceChildren(r, i);
	let a = new Mi(e), o = Or(Ql, {
		target: i,
		props: { state: a }
	});
	return () => {
		a.leave(), Mr(o);
	};
}
var tu = { render: eu };
export { tu as default };
