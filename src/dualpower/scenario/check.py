"""placeholder"""
def check(resolved): return []
